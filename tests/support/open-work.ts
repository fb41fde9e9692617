import type { N8nSession } from '../../sandbox/host';
import type { Ledger } from '../../lib/ledger';
import type { Dossier } from '../../lib/returns';

const LATEST_FAILURES = 10;

/**
 * What a running n8n still has to do and what stopped it, for the message of a test that waited in vain: unfinished
 * steps, events that wait or were given up, the latest failed executions.
 */
export async function openWork(ledger: Ledger, session: N8nSession): Promise<string> {
  const failures = (await session.failures()).slice(0, LATEST_FAILURES);
  return [
    `now: ${new Date().toISOString()}`,
    listed('steps that are not done', await openSteps(ledger)),
    listed('consumers with work left', await openConsumers(ledger)),
    listed('webhook deliveries that are not worked', await openDeliveries(ledger)),
    listed(
      'latest failed executions',
      failures.map((failure) => [failure.stoppedAt, failure.workflowName, failure.node, failure.message]),
    ),
  ].join('\n');
}

export async function allCases(ledger: Ledger): Promise<Dossier[]> {
  const found: Dossier[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await ledger.findCases({}, { limit: 1000, ...(cursor !== undefined && { cursor }) });
    found.push(...items);
    if (next === undefined) return found;
    cursor = next;
  }
}

type Row = readonly (string | number | null | undefined)[];

async function openSteps(ledger: Ledger): Promise<Row[]> {
  const perCase = await Promise.all(
    (await allCases(ledger)).map(async ({ case: { id, rma } }) =>
      (await ledger.steps(id))
        .filter(({ status }) => status !== 'done')
        .map(({ step, status, attempts, error, updatedAt }) => [
          rma,
          step,
          status,
          attempts,
          error?.message,
          updatedAt,
        ]),
    ),
  );
  return perCase.flat();
}

async function openConsumers(ledger: Ledger): Promise<Row[]> {
  return (await ledger.consumers())
    .filter(({ behind, inFlight, waiting, dead }) => behind + inFlight + waiting + dead > 0)
    .map(({ consumer, title, behind, inFlight, waiting, dead, oldestWaitingMs }) => [
      title ?? consumer,
      `${behind} behind, ${inFlight} being worked, ${waiting} waiting, ${dead} given up`,
      `the oldest for ${Math.round(oldestWaitingMs / 1000)} s`,
    ]);
}

async function openDeliveries(ledger: Ledger): Promise<Row[]> {
  const loads = await ledger.inboxLoads();
  return loads.map(({ source, inFlight, waiting, dead }) => [
    source,
    `${inFlight} being worked, ${waiting} waiting, ${dead} given up`,
  ]);
}

const listed = (what: string, rows: readonly Row[]): string =>
  rows.length === 0 ? `${what}: none` : [`${what}:`, ...rows.map((row) => `  ${row.join(' | ')}`)].join('\n');
