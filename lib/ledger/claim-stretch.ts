import { findConsumer, type ConsumerRow } from './consumer-rows';
import type { LedgerContext } from './context';
import { deadOwners } from './dead-claims';
import { findDue } from './due';
import { caseConditions, eventsAfter, isMatch } from './event-rows';
import type { ParsedClaim } from './inputs';
import { execute, integerOf, rowsOf, sql, type Row, type Work } from './sql';
import { write } from './write';

/** How many events are looked at in one go: what bounds the time for which others wait. */
export const SCAN = 500;

/** Where in the log a claim looks for new events. */
export interface Stretch {
  /** Up to here there is nothing that the consumer wants. */
  readonly from: number;
  /** What the store calls settled. */
  readonly until: number;
}

/** Reads only, as far as possible: whether there is anything to claim, and where. Undefined when there is not. */
export async function findStretch(context: LedgerContext, wanted: ParsedClaim): Promise<Stretch | undefined> {
  const { hasWork, known } = await context.store.read(() => look(context, wanted));
  if (!hasWork && known === undefined) return undefined;
  const until = await context.store.settled();
  if (known === undefined) return { from: 0, until };
  const from = context.claims.placeOf(wanted.consumer, known);
  if (hasWork || caseConditions(wanted.filter).length === 0) return { from, until };
  const next = await skipUnwanted(context, wanted, known, { from, until });
  return next === undefined ? undefined : { from: next, until };
}

interface Look {
  /** Something is to be claimed again, or to be written down, whatever the log holds. */
  readonly hasWork: boolean;
  /** The consumer; undefined when it was never seen, and when nothing is new for it. */
  readonly known: ConsumerRow | undefined;
}

function* look(context: LedgerContext, wanted: ParsedClaim): Work<Look> {
  const { consumer, filter } = wanted;
  const known = yield* findConsumer(consumer);
  if (known === undefined || !isAsKnown(known, wanted)) return { hasWork: true, known };
  const hasWork =
    context.claims.isNew(consumer) ||
    (yield* findDue(context, wanted, 1)).length > 0 ||
    (yield* deadOwners(context, consumer)).length > 0;
  const place = context.claims.placeOf(consumer, known);
  const hasNews = hasWork || (yield* rowsOf(eventsAfter(place, filter, 1))).length > 0;
  return { hasWork, known: hasNews ? known : undefined };
}

/** Whether the consumer asks for the same as before, and goes by the same title. */
export const isAsKnown = ({ filterText, title }: ConsumerRow, wanted: ParsedClaim): boolean =>
  filterText === JSON.stringify(wanted.filter) && (wanted.title === undefined || wanted.title === title);

/**
 * Passes over events whose case the consumer does not want, without the write lock. Answers the place before the first
 * one that it wants; undefined when there is none.
 */
async function skipUnwanted(
  context: LedgerContext,
  { consumer, filter }: ParsedClaim,
  known: ConsumerRow,
  { from, until }: Stretch,
): Promise<number | undefined> {
  for (let place = from; ;) {
    const rows = await context.store.read(() => rowsOf(eventsAfter(place, filter, SCAN, until)));
    const first = rows.findIndex(isMatch);
    const passed = first < 0 ? rows : rows.slice(0, first);
    place = placeBehind(passed) ?? place;
    if (first >= 0) return place;
    if (context.claims.skip(consumer, known, place)) await writeDown(context, consumer, place);
    if (rows.length < SCAN) return undefined;
    await new Promise(setImmediate);
  }
}

const placeBehind = (rows: readonly Row[]): number | undefined => {
  const last = rows.at(-1);
  return last && integerOf(last, 'seq');
};

const writeDown = (context: LedgerContext, consumer: string, place: number): Promise<void> =>
  write(context, () =>
    execute(sql`UPDATE consumers SET cursor = ${place} WHERE name = ${consumer} AND cursor < ${place}`),
  );
