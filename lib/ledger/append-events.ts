import { applyEvent, ReturnsError, type CaseEvent, type Dossier, type EventDraft, type Opened } from '../returns';
import { groupId, groupInsertion } from './case-groups';
import { namesOf } from './case-names';
import { emailsOf } from './case-people';
import type { Cause } from './ledger';
import { integerOf, rowsOfEach, sql, withCare, type Statement, type Work } from './sql';

export interface Appending {
  /** The case before the events; undefined when they open it. */
  readonly dossier: Dossier | undefined;
  readonly caseId: string;
  readonly drafts: readonly (EventDraft & { readonly opened?: Opened })[];
  readonly cause: Cause;
  /** ISO instant, not before the case's last change. */
  readonly at: string;
  /** Whether the caller's transaction ends with this. */
  readonly isLast?: boolean;
}

export interface Appendage {
  readonly dossier: Dossier;
  readonly events: readonly CaseEvent[];
}

/**
 * Appends events to one case and stores their fold, within the caller's transaction and in one round trip.
 * @throws ReturnsError `conflict` (retryable) when another writer has opened or moved the case meanwhile
 */
export function* appendEvents({ dossier, caseId, drafts, cause, at, isLast }: Appending): Work<Appendage> {
  const events: Omit<CaseEvent, 'seq'>[] = [];
  let current = dossier;
  for (const { opened, ...draft } of drafts) {
    const version = (current?.case.version ?? 0) + 1;
    const event = {
      caseId,
      version,
      at,
      actor: cause.actor,
      ...(cause.cause !== undefined && { cause: cause.cause }),
      ...draft,
      ...(opened && { opened }),
    };
    current = applyEvent(current, event);
    events.push(event);
  }
  if (current === undefined) throw new TypeError('A case is opened by an event');
  if (events.length === 0) return { dossier: current, events: [] };

  const before = [...newGroup(dossier, current, isErased(events))];
  const answers = yield* rowsOfEach(
    [
      ...before,
      dossier === undefined ? insertionOf(current) : changeOf(dossier, current, isErased(events)),
      ...events.map(insertionOfEvent),
      ...newReferences(dossier, current),
      ...(dossier === undefined ? newNames(current) : []),
    ],
    isLast,
  );
  // Where this comes after the end of the transaction, it cannot be: the version of the event would have been taken.
  const [stored, ...placed] = answers.slice(before.length);
  if (!stored?.[0]) throw lostRace(caseId);
  const appended = events.map((event, index) => ({ seq: integerOf(placed[index]?.[0] ?? {}, 'seq'), ...event }));
  return { dossier: current, events: appended };
}

/** Whatever is appended behind its erasure may be personal again. */
const isErased = (events: readonly Omit<CaseEvent, 'seq'>[]): boolean => events.at(-1)?.type === 'case.erased';

function insertionOfEvent(event: Omit<CaseEvent, 'seq'>): Statement {
  const { caseId, version, type, at, actor, cause, note, opened, change } = event;
  const body = JSON.stringify({ ...(opened && { opened }), change });
  return withCare(
    'append',
    sql`
    INSERT INTO events (case_id, version, type, at, actor, cause, note, body)
    VALUES (${caseId}, ${version}, ${type}, ${at}, ${JSON.stringify(actor)}, ${cause ?? null}, ${note ?? null}, ${body})
    RETURNING seq`,
  );
}

/** A return that is open already makes the store refuse: its place (channel, external id) is taken. */
function insertionOf(dossier: Dossier): Statement {
  const { id, rma, channel, externalId, version, orderName, openedAt } = dossier.case;
  const { decision, parcel, settlement, resolution, updatedAt } = dossier.case;
  return sql`
    INSERT INTO cases (id, rma, channel, external_id, order_name, opened_at, version, decision, parcel, settlement,
      resolution, updated_at, dossier, group_id)
    VALUES (${id}, ${rma}, ${channel}, ${externalId}, ${orderName}, ${openedAt}, ${version}, ${decision}, ${parcel},
      ${settlement}, ${resolution}, ${updatedAt}, ${JSON.stringify(dossier)}, (${groupId(dossier, false)}))
    RETURNING id`;
}

function changeOf(before: Dossier, after: Dossier, erased: boolean): Statement {
  const { id, version, decision, parcel, settlement, resolution, updatedAt } = after.case;
  // A column that is not named leaves its indexes alone.
  const moved = isMoved(before, after)
    ? sql`decision = ${decision}, parcel = ${parcel}, settlement = ${settlement}, resolution = ${resolution},
      group_id = (${groupId(after, erased)}), `
    : sql``;
  return sql`
    UPDATE cases SET ${moved}version = ${version}, updated_at = ${updatedAt}, dossier = ${JSON.stringify(after)}
    WHERE id = ${id} AND version = ${before.case.version}
    RETURNING id`;
}

/** Whether the case has left its group. A case that was erased has when anything is added to it. */
const isMoved = (before: Dossier | undefined, after: Dossier): boolean =>
  before === undefined ||
  after.case.erasedAt !== undefined ||
  (['decision', 'parcel', 'settlement', 'resolution'] as const).some(
    (facet) => before.case[facet] !== after.case[facet],
  );

const newGroup = (before: Dossier | undefined, after: Dossier, erased: boolean): readonly Statement[] =>
  isMoved(before, after) ? [groupInsertion(after, erased)] : [];

const newNames = ({ case: current, order }: Dossier): readonly Statement[] => [
  ...namesOf(current).map(
    (name) => sql`INSERT INTO case_names (name, case_id) VALUES (${name}, ${current.id}) ON CONFLICT DO NOTHING`,
  ),
  ...emailsOf(order).map(
    (email) => sql`INSERT INTO case_people (email, case_id) VALUES (${email}, ${current.id}) ON CONFLICT DO NOTHING`,
  ),
];

/** A reference that was replaced still names the case: news of an old parcel or refund comes late. */
const newReferences = (before: Dossier | undefined, after: Dossier): readonly Statement[] =>
  Object.entries(after.case.references)
    .filter(([name, value]) => before?.case.references[name] !== value)
    .map(
      ([name, value]) => sql`
      INSERT INTO case_references (name, value, case_id) VALUES (${name}, ${value}, ${after.case.id})
      ON CONFLICT DO NOTHING`,
    );

function lostRace(caseId: string): ReturnsError {
  return new ReturnsError('conflict', 'Another writer changed the case at the same time', {
    description: 'Run it again.',
    retryable: true,
    context: { caseId },
  });
}
