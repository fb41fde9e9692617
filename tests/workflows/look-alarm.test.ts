import type { INode, ITriggerFunctions } from 'n8n-workflow';
import { ReturnsError } from '../../lib/returns';
import { lookAlarm, type LookAlarm } from '../../nodes/shared/look-alarm';

const MINUTE_MS = 60_000;
const node: INode = {
  id: '1',
  name: 'When a return is requested',
  type: 'n8n-nodes-returns.shopifyReturnsTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};
const away = new ReturnsError('provider_unavailable', 'Shopify cannot be reached', {
  provider: 'shopify',
  description: 'Look at its status page.',
  retryable: true,
});
const withdrawn = new ReturnsError('unauthorized', 'Shopify did not accept the credentials', {
  provider: 'shopify',
  description: 'Open the credential.',
});

function anAlarm(): { alarm: LookAlarm; told: Error[]; logged: string[]; later(minutes: number): void } {
  const told: Error[] = [];
  const logged: string[] = [];
  let now = 0;
  const context = {
    getNode: () => node,
    logger: { warn: (text: string) => void logged.push(text) },
    saveFailedExecution: (error: Error) => void told.push(error),
  } as unknown as ITriggerFunctions;
  return { alarm: lookAlarm(context, () => now), told, logged, later: (minutes) => void (now += minutes * MINUTE_MS) };
}

describe('looks for missed news that fail', () => {
  it('call nobody while the provider may come back, and once when it has been away for an hour', () => {
    const { alarm, told, logged, later } = anAlarm();
    for (let look = 0; look < 4; look += 1) {
      alarm.failed(away);
      later(15);
    }
    expect(told).toEqual([]);
    alarm.failed(away);
    alarm.failed(away);
    expect(told).toMatchObject([
      { message: '"When a return is requested" cannot look for what it was not told: Shopify cannot be reached' },
    ]);
    expect(logged).toHaveLength(6);
  });

  it('call somebody at once, and once, when a repeat cannot help', () => {
    const { alarm, told } = anAlarm();
    alarm.failed(withdrawn);
    alarm.failed(withdrawn);
    expect(told).toMatchObject([{ description: expect.stringContaining('Open the credential.') }]);
  });

  it('call again after a look that went well', () => {
    const { alarm, told, later } = anAlarm();
    alarm.failed(withdrawn);
    alarm.succeeded();
    alarm.failed(withdrawn);
    expect(told).toHaveLength(2);
    alarm.succeeded();
    alarm.failed(away);
    later(59);
    alarm.failed(away);
    expect(told).toHaveLength(2);
  });
});
