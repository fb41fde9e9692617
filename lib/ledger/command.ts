import {
  commandSchema,
  decide,
  parseWith,
  type CaseEvent,
  type Command,
  type Dossier,
  type EventDraft,
} from '../returns';
import { appendEvents, type Appendage } from './append-events';
import { requireCase } from './case-rows';
import { instantNow, type LedgerContext } from './context';
import { parseCause } from './inputs';
import { plain } from './json';
import type { Cause } from './ledger';
import type { Work } from './sql';
import { write } from './write';

/** Decides on the newest state, appends the events and stores their fold in one transaction. */
export async function command(
  context: LedgerContext,
  caseId: string,
  asked: Command,
  cause: Cause,
): Promise<{ readonly dossier: Dossier; readonly events: readonly CaseEvent[] }> {
  const parsed = parseCommand(asked);
  const by = parseCause(cause);
  const outcome = await write(context, function* () {
    return yield* applyCommand(context, yield* requireCase(caseId), parsed, by, true);
  });
  if (outcome.events.length > 0) context.appended.tell();
  return outcome;
}

export const parseCommand = (asked: Command): Command =>
  parseWith(commandSchema, plain(asked, 'the command'), 'the command');

/**
 * Within the caller's transaction. Nothing is written when the case stands where the command wants it.
 * @param isLast whether the transaction ends with it
 */
export function* applyCommand(
  context: LedgerContext,
  dossier: Dossier,
  asked: Command,
  cause: Cause,
  isLast = false,
): Work<Appendage> {
  const at = nextInstant(context, dossier);
  return yield* applyDrafts(dossier, decide(dossier, asked, at), cause, at, isLast);
}

/** Within the caller's transaction. @param isLast whether the transaction ends with it */
export function* applyDrafts(
  dossier: Dossier,
  drafts: readonly EventDraft[],
  cause: Cause,
  at: string,
  isLast = false,
): Work<Appendage> {
  if (drafts.length === 0) return { dossier, events: [] };
  return yield* appendEvents({ dossier, caseId: dossier.case.id, drafts, cause, at, isLast });
}

/** Now. A clock that was set back must not make a case's log run backwards. */
export function nextInstant(context: Pick<LedgerContext, 'clock'>, { case: { updatedAt } }: Dossier): string {
  const now = instantNow(context);
  return now > updatedAt ? now : updatedAt;
}
