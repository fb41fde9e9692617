import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../../lib/ledger';
import { aReturn, byBench } from '../ledger/returns';
import { loadBuilt } from '../measuring/built';
import { measureIfPossible } from '../measuring/cannot-measure';
import { judge, rounded, type Contest, type Result } from '../measuring/result';
import { perSecondOf, takeTurns } from '../measuring/rounds';
import { startBenchN8n, type BenchN8n } from './n8n';

type Ledgers = Pick<typeof import('../../lib/ledger/sqlite/open-sqlite-ledger'), 'openSqliteLedger'>;

const ROUNDS = 3;
const RETURNS = Number(process.env['RETURNS'] ?? 1000);
/** n8n's web server takes in one call while it works on others: with one caller at a time it would wait for itself. */
const CALLERS = 8;
const PATIENCE_MS = 300_000;

const label = { id: 'returns04label', file: 'workflows/04-label-and-email.json' };
const errors = { id: 'returns90errors', file: 'workflows/90-errors.json' };
const bare = { id: 'benchBareRun0001', file: 'bench/trigger/workflows/bare.json' };

const contest: Contest = {
  id: 'trigger.drain',
  unit: 'returns/s',
  better: 'more',
  peer: "n8n's own bare executions",
  aim: 10,
};

/**
 * A thousand approved returns through template 04 of a real n8n: label bought, label and slip printed, mail sent, all of
 * it noted. Beside it as many executions of a webhook and one node that does nothing, in the same n8n.
 */
export const measure = (): Promise<Result> =>
  measureIfPossible(contest, async () => {
    const world = await startBenchN8n([errors, label, bare]);
    const { openSqliteLedger } = loadBuilt<Ledgers>('lib/ledger/sqlite/open-sqlite-ledger.js', ['openSqliteLedger']);
    const ledger = await openSqliteLedger({ file: world.ledgerFile });
    try {
      let next = 0;
      const rounds = await takeTurns(
        ROUNDS,
        async () => {
          const from = next;
          next += RETURNS;
          return drained(world, ledger, from);
        },
        () => executed(world),
      );
      await ensureNothingFailed(world);
      return judge(contest, rounds, true, { returns: RETURNS });
    } finally {
      await ledger.close();
      await world.stop();
    }
  });

/** Approves the returns while the workflow is inactive; the clock runs from its activation until all of it is done. */
async function drained({ n8n, ledgerFile }: BenchN8n, ledger: Ledger, from: number): Promise<number> {
  await n8n.session.unpublish(label.id);
  for (let index = from; index < from + RETURNS; index += 1) {
    const { dossier } = await ledger.openCase(aReturn(index), byBench);
    await ledger.command(dossier.case.id, { type: 'approve' }, byBench);
  }
  const database = new DatabaseSync(ledgerFile, { readOnly: true });
  const cpu = cpuMeter(n8n.pid);
  const own = process.cpuUsage();
  try {
    const mails = database.prepare("SELECT COUNT(*) AS count FROM events WHERE type = 'email.sent'");
    const open = database.prepare('SELECT COUNT(*) AS count FROM deliveries');
    const countOf = (statement: typeof mails): number => Number(statement.get()?.['count']);
    const speed = await perSecondOf(RETURNS, async () => {
      await n8n.session.publish(label.id);
      const giveUpAt = performance.now() + PATIENCE_MS;
      while (countOf(mails) < from + RETURNS || countOf(open) > 0) {
        if (performance.now() > giveUpAt) throw new Error(`${countOf(mails)} of ${from + RETURNS} mails were sent`);
        await sleep(20);
      }
    });
    const usage = process.cpuUsage(own);
    console.error(
      `  drained ${rounded(speed)}/s; CPU per return: n8n ${rounded(cpu() / RETURNS)} ms, sandbox ${rounded((usage.user + usage.system) / 1000 / RETURNS)} ms`,
    );
    return speed;
  } finally {
    database.close();
  }
}

const cpuMeter = (pid: number): (() => number) => {
  const read = (): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  const start = read();
  return () => read() - start;
};

async function executed({ n8n }: BenchN8n): Promise<number> {
  const url = n8n.webhookUrl('bench-bare');
  const call = async (): Promise<void> => {
    const response = await fetch(url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`The bare workflow answered ${response.status}`);
  };
  const cpu = cpuMeter(n8n.pid);
  const speed = await perSecondOf(RETURNS, async () => {
    let left = RETURNS;
    const callers = Array.from({ length: CALLERS }, async () => {
      while (left > 0) {
        left -= 1;
        await call();
      }
    });
    await Promise.all(callers);
  });
  console.error(`  bare ${rounded(speed)}/s; CPU ${rounded(cpu() / RETURNS)} ms`);
  return speed;
}

async function ensureNothingFailed({ n8n }: BenchN8n): Promise<void> {
  const [failure] = await n8n.session.failures();
  if (failure) throw new Error(`An execution failed: ${failure.workflowName ?? ''}, ${failure.message}`);
}
