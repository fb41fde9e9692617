import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { Ledger, LedgerLocation } from '../../lib/ledger';
import { urlOf } from '../../tests/support/postgres-server';
import { benchPostgres } from '../ledger/postgres';
import { aReturn, byBench } from '../ledger/returns';
import { loadBuilt } from '../measuring/built';
import { CannotMeasure, measureIfPossible } from '../measuring/cannot-measure';
import { dice } from '../measuring/dice';
import { median } from '../measuring/median';
import { judgeLimit, rounded, type Result } from '../measuring/result';
import { startBenchN8n, type BenchN8n } from './n8n';

type Ledgers = Pick<typeof import('../../lib/ledger'), 'openLedgerAt'>;

const LIMIT_MS = 100;
const EVENTS = 30;
const WARM_UP = 3;
const PATIENCE_MS = 10_000;

const note = { id: 'benchNoteACase01', file: 'bench/trigger/workflows/note.json' };
const listen = { id: 'benchListener001', file: 'bench/trigger/workflows/listen.json' };

const contest = { id: 'trigger.idle-latency', unit: 'ms', peer: `the limit of ${LIMIT_MS} ms` };

/** Appends an event to a case; answers when it did, as the event says. */
type Append = () => Promise<string>;

/**
 * From an event to the start of the run that it triggers, in an n8n that does nothing else. What counts is an event of
 * the same process on the embedded ledger; those of another process, and of PostgreSQL, are told beside it.
 */
export const measure = (): Promise<Result> =>
  measureIfPossible({ ...contest, better: 'less', aim: 1 }, async () => {
    const { oneProcess, otherProcess } = await onSqlite();
    return judgeLimit(contest, oneProcess, LIMIT_MS, {
      slowest: Math.max(...oneProcess),
      fromAnotherProcess: summaryOf(otherProcess),
      postgres: await onPostgres(),
    });
  });

interface Latencies {
  readonly oneProcess: readonly number[];
  readonly otherProcess: readonly number[];
}

async function onSqlite(): Promise<Latencies> {
  const world = await startBenchN8n([listen, note]);
  try {
    return await latenciesOf(world, { kind: 'embedded', file: world.ledgerFile });
  } finally {
    await world.stop();
  }
}

async function onPostgres(): Promise<object> {
  try {
    const server = await benchPostgres();
    try {
      const world = await startBenchN8n([listen, note], { N8N_RETURNS_LEDGER_URL: urlOf(server.location) });
      try {
        const { oneProcess, otherProcess } = await latenciesOf(world, server.location);
        return { ...summaryOf(oneProcess), fromAnotherProcess: summaryOf(otherProcess) };
      } finally {
        await world.stop();
      }
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (error instanceof CannotMeasure) return { missing: error.message };
    throw error;
  }
}

async function latenciesOf(world: BenchN8n, location: LedgerLocation): Promise<Latencies> {
  const { openLedgerAt } = loadBuilt<Ledgers>('lib/ledger/index.js', ['openLedgerAt']);
  const ledger = await openLedgerAt(location);
  try {
    const { dossier } = await ledger.openCase(aReturn(1), byBench);
    return {
      oneProcess: await latencies(world, inN8n(world, dossier.case.id)),
      otherProcess: await latencies(world, here(ledger, dossier.case.id)),
    };
  } finally {
    await ledger.close();
  }
}

const answerSchema = z.object({ updatedAt: z.iso.datetime() });

/** By a node of the same n8n that waits for the event. */
function inN8n({ n8n }: BenchN8n, caseId: string): Append {
  let count = 0;
  return async () => {
    const response = await fetch(n8n.webhookUrl('bench-note'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ caseId, note: `Note ${(count += 1)}` }),
    });
    return answerSchema.parse(await response.json()).updatedAt;
  };
}

/** By this process. */
function here(ledger: Ledger, caseId: string): Append {
  let count = 0;
  return async () => {
    const { dossier } = await ledger.command(caseId, { type: 'note', note: `Further note ${(count += 1)}` }, byBench);
    return dossier.case.updatedAt;
  };
}

/** Milliseconds from each event to the start of its run. Events come at times that no timer keeps step with. */
async function latencies(world: BenchN8n, append: Append): Promise<number[]> {
  const roll = dice(EVENTS);
  const measured: number[] = [];
  for (let count = 0; count < WARM_UP + EVENTS; count += 1) {
    const before = await runs(world);
    const at = await append();
    const startedAt = await nextStart(world, before);
    if (count >= WARM_UP) measured.push(Date.parse(startedAt) - Date.parse(at));
    await sleep(300 + roll() * 1000);
  }
  return measured;
}

interface Run {
  readonly id: string;
  readonly startedAt: string | undefined;
}

async function runs({ n8n }: BenchN8n): Promise<Run[]> {
  const executions = await n8n.session.executions({ workflowId: listen.id });
  return executions.map(({ id, startedAt }) => ({ id, startedAt: startedAt ?? undefined }));
}

async function nextStart(world: BenchN8n, before: readonly Run[]): Promise<string> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const next = (await runs(world)).find(({ id }) => !before.some((run) => run.id === id));
    if (next?.startedAt !== undefined) return next.startedAt;
    // Not too often: the answers are made by the process that is being measured.
    await sleep(150);
  }
  throw new Error(`No run began within ${PATIENCE_MS / 1000} s of the event`);
}

const summaryOf = (values: readonly number[]): { readonly median: number; readonly slowest: number } => ({
  median: rounded(median(values)),
  slowest: Math.max(...values),
});
