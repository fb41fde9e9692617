import { runChaos, type ChaosResult } from './run-chaos';
import type { Setting } from './services';

const INSTALL_MS = 30 * 60_000;
const RUN_MS = 20 * 60_000;

/** How many returns and kills a run that is part of every test run has. */
const SIZE = { returns: 20, kills: 4 };

const NOTHING_WRONG = {
  lost: 0,
  doubleRefunds: 0,
  doubleLabels: 0,
  doubleMails: 0,
  doubleExchanges: 0,
  doubleMessages: 0,
  wrongAmounts: 0,
  stuck: 0,
  deadLetters: 0,
};

/** Seeds that have failed once, and what they found. */
const failedOnce: readonly (readonly [number, string])[] = [
  [2, 'a webhook was answered, and its run died with n8n: the request never became a case'],
];

const MODES_MS = INSTALL_MS + RUN_MS;

async function run(setting: Setting & { readonly seed: number }): Promise<ChaosResult> {
  const log: string[] = [];
  const report = await runChaos({
    ...SIZE,
    ...setting,
    onProgress: () => undefined,
    say: (line) => log.push(line),
  });
  if (!report.result.ok) throw new Error([...report.findings, ...log, report.openWork].join('\n'));
  return report.result;
}

describe('returns on an n8n that is killed, beside providers that fail', () => {
  it.each(failedOnce)(
    'seed %i, which once found: %s',
    async (seed, _found) => {
      const result = await run({ seed, store: 'sqlite', workers: 0 });
      expect(result).toMatchObject({ ...SIZE, ...NOTHING_WRONG });
    },
    MODES_MS,
  );

  it(
    'in queue mode, where workers are killed as well as the server',
    async () => {
      const result = await run({ seed: 1, store: 'postgres', workers: 2 });
      expect(result).toMatchObject({ ...SIZE, ...NOTHING_WRONG });
    },
    MODES_MS,
  );
});
