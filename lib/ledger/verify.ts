import { isDeepStrictEqual } from 'node:util';
import { applyEvent, isReturnsError, type CaseEvent, type Dossier } from '../returns';
import type { Ledger, Page } from './ledger';

export interface Verification {
  readonly cases: number;
  readonly events: number;
  /** Cases that are not what their events tell, or whose events are no unbroken row. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly caseId: string;
  readonly rma: string;
  readonly what: 'gap' | 'time' | 'fold';
  /** For people; names fields, never their values. */
  readonly message: string;
}

const CASES_AT_ONCE = 100;
const EVENTS_AT_ONCE = 500;
/** How often a case is looked at again that has moved on while it was read. */
const LOOKS = 3;

/**
 * Folds the events of every case and compares the outcome with the case that is stored: the log is the truth, and the
 * case must be nothing else than its fold. Reads only, and may be run on a ledger at work.
 */
export async function verifyLedger(ledger: Pick<Ledger, 'findCases' | 'getCase' | 'timeline'>): Promise<Verification> {
  const faults: Fault[] = [];
  let cases = 0;
  let events = 0;
  const sort = { by: 'opening', direction: 'asc' } as const;
  for (let page: Page | undefined = { limit: CASES_AT_ONCE, sort }; page !== undefined;) {
    const { items, next } = await ledger.findCases({}, page);
    for (const dossier of items) {
      const verified = await verifyCase(ledger, dossier);
      cases += 1;
      events += verified.events;
      faults.push(...verified.faults);
    }
    page = next === undefined ? undefined : { ...page, cursor: next };
  }
  return { cases, events, faults };
}

interface VerifiedCase {
  readonly events: number;
  readonly faults: readonly Fault[];
}

async function verifyCase(ledger: Pick<Ledger, 'getCase' | 'timeline'>, stored: Dossier): Promise<VerifiedCase> {
  let known = stored;
  for (let look = 1; ; look += 1) {
    const folded = await foldCase(ledger, known.case.id);
    // A case that was given another event since it was read is read again.
    if (folded.dossier?.case.version === known.case.version || look === LOOKS) {
      return { events: folded.events, faults: faultsOf(known, folded) };
    }
    known = await ledger.getCase({ id: known.case.id });
  }
}

interface Folded {
  readonly dossier: Dossier | undefined;
  readonly events: number;
  readonly faults: readonly Pick<Fault, 'what' | 'message'>[];
}

async function foldCase(ledger: Pick<Ledger, 'timeline'>, caseId: string): Promise<Folded> {
  const faults: Pick<Fault, 'what' | 'message'>[] = [];
  let dossier: Dossier | undefined;
  let last: CaseEvent | undefined;
  for (;;) {
    const events = await ledger.timeline(caseId, { limit: EVENTS_AT_ONCE, after: last?.version ?? 0 });
    for (const event of events) {
      faults.push(...orderFaults(last, event));
      const folded = foldOne(dossier, event);
      if (!folded) return { dossier, events: event.version, faults: [...faults, noFold(event)] };
      dossier = folded;
      last = event;
    }
    if (events.length < EVENTS_AT_ONCE) return { dossier, events: last?.version ?? 0, faults };
  }
}

function foldOne(dossier: Dossier | undefined, event: CaseEvent): Dossier | undefined {
  try {
    return applyEvent(dossier, event);
  } catch (error) {
    if (isReturnsError(error)) return undefined;
    throw error;
  }
}

const noFold = ({ version }: CaseEvent): Pick<Fault, 'what' | 'message'> => ({
  what: 'fold',
  message: `Event ${version} stands before the one that opens the case`,
});

function orderFaults(last: CaseEvent | undefined, event: CaseEvent): Pick<Fault, 'what' | 'message'>[] {
  const expected = (last?.version ?? 0) + 1;
  const isLate = last !== undefined && (event.at < last.at || event.seq <= last.seq);
  return [
    ...(event.version === expected
      ? []
      : [{ what: 'gap' as const, message: `Event ${expected} is missing before event ${event.version}` }]),
    ...(isLate ? [{ what: 'time' as const, message: `Event ${event.version} is older than the one before it` }] : []),
  ];
}

function faultsOf(stored: Dossier, { dossier, faults }: Folded): Fault[] {
  const { id: caseId, rma } = stored.case;
  const differing = dossier ? differences(plain(stored), plain(dossier)) : ['everything'];
  return [
    ...faults.map((fault) => ({ caseId, rma, ...fault })),
    ...(differing.length === 0
      ? []
      : [
          {
            caseId,
            rma,
            what: 'fold' as const,
            message: `Stored otherwise than its events tell: ${differing.join(', ')}`,
          },
        ]),
  ];
}

/** As JSON keeps it: a key that is undefined is no key. */
const plain = (dossier: Dossier): unknown => JSON.parse(JSON.stringify(dossier));

/** Where two values differ, as paths; no deeper than two keys. */
function differences(stored: unknown, folded: unknown, path: readonly string[] = []): string[] {
  if (isDeepStrictEqual(stored, folded)) return [];
  if (path.length === 2 || !isRecord(stored) || !isRecord(folded)) return [path.join('.')];
  const keys = new Set([...Object.keys(stored), ...Object.keys(folded)]);
  return [...keys].flatMap((key) => differences(stored[key], folded[key], [...path, key]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
