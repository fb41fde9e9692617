import { applyEvent, decide, type Command } from '../returns';
import { requireCase } from './case-rows';
import { nextInstant, parseCommand } from './command';
import type { LedgerContext } from './context';
import type { Preview } from './ledger';

/** Decides and folds as a command would, and writes nothing. */
export async function preview(context: LedgerContext, caseId: string, asked: Command): Promise<Preview> {
  const parsed = parseCommand(asked);
  const dossier = await context.store.read(() => requireCase(caseId));
  const at = nextInstant(context, dossier);
  const events = decide(dossier, parsed, at);
  return {
    dossier: events.reduce(
      (current, { change }) => applyEvent(current, { at, version: current.case.version + 1, change }),
      dossier,
    ),
    events,
  };
}
