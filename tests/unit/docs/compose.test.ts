import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { parseLedgerUrl } from '../../../lib/ledger';
import { queueEnvironment } from '../../support/queue-mode';

const text = readFileSync(join(__dirname, '../../../docs/compose/queue-mode.yml'), 'utf8');

const service = z.looseObject({
  environment: z.record(z.string(), z.string()).optional(),
  command: z.string().optional(),
});
const { services } = z.looseObject({ services: z.record(z.string(), service) }).parse(parse(text, { merge: true }));

describe('the compose file for queue mode', () => {
  it.each(['n8n', 'worker'])('sets for %s what the test of queue mode sets', (name) => {
    const ssl = { mode: 'disable' } as const;
    const location = {
      ...({ kind: 'postgres', host: 'postgres', port: 5432, database: 'returns', user: 'returns', ssl } as const),
      password: '${POSTGRES_PASSWORD:?set it in .env}',
    };
    const url = 'postgres://returns:${POSTGRES_PASSWORD}@postgres:5432/returns';
    const tested = queueEnvironment({ postgres: { location, url }, redis: { host: 'redis', port: 6379 } });
    expect(services[name]?.environment).toMatchObject(tested);
  });

  it('names the ledger in a way that is understood', () => {
    const url = services['n8n']?.environment?.['N8N_RETURNS_LEDGER_URL']?.replace('${POSTGRES_PASSWORD}', 'secret');
    expect(parseLedgerUrl(url ?? '')).toMatchObject({ host: 'postgres', database: 'returns', user: 'returns' });
  });

  it('starts workers', () => {
    expect(services['worker']?.command).toMatch(/^worker /);
  });
});
