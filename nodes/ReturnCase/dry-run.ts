import type { IDataObject } from 'n8n-workflow';
import type { Ledger } from '../../lib/ledger';
import { isReturnsError, type Case, type Command, type ReturnsError } from '../../lib/returns';

/**
 * What a command would change. One that the case cannot take is an answer too: `isLegal` is false, and `refusal` says
 * why and what could be asked instead.
 */
export async function dryRun(ledger: Ledger, caseId: string, command: Command): Promise<IDataObject> {
  const before = statesOf((await ledger.getCase({ id: caseId })).case);
  const outcome = await ledger.preview(caseId, command).catch(refusalOf);
  if (isReturnsError(outcome)) {
    const { message, description } = outcome;
    const refusal = { message, description };
    return { command: command.type, isLegal: false, refusal, events: [], before, after: before };
  }
  return {
    command: command.type,
    isLegal: true,
    events: outcome.events.map(({ type, note }) => ({ type, ...(note !== undefined && { note }) })),
    before,
    after: statesOf(outcome.dossier.case),
  };
}

/** A refusal is an answer; anything else is still an error. */
function refusalOf(error: unknown): ReturnsError {
  if (isReturnsError(error) && error.code === 'illegal_command') return error;
  throw error;
}

const statesOf = ({ decision, parcel, settlement, version }: Case): IDataObject => ({
  decision,
  parcel,
  settlement,
  version,
});
