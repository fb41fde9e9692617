import type { IExecuteFunctions, INode, IWorkflowMetadata } from 'n8n-workflow';
import { sharedLedger, type Cause, type Ledger, type LedgerLocation } from '../../lib/ledger';
import { ledgerLocation, type LedgerContext } from './ledger-location';

/** n8n looks a credential up in its database at every call: once per run of a node is enough. */
const locations = new WeakMap<LedgerContext, Promise<LedgerLocation>>();

/** What executions use stays open for the next one: opening costs more than most of what is done with it. */
const kept = new Map<string, Promise<Ledger>>();

/**
 * The ledger of a node, open for as long as n8n runs; nobody has to close it.
 * @throws ReturnsError `invalid_input` or `storage_failed`
 */
export async function openLedger(context: LedgerContext): Promise<Ledger> {
  const found = locations.get(context) ?? ledgerLocation(context);
  locations.set(context, found);
  const location = await found;
  const key = JSON.stringify(location);
  return kept.get(key) ?? keep(key, location);
}

function keep(key: string, location: LedgerLocation): Promise<Ledger> {
  const opening = sharedLedger(location);
  kept.set(key, opening);
  // The next run is to try afresh: the disk may have room again, the database may be up.
  opening.catch(() => kept.delete(key));
  return opening;
}

/** The same for a trigger, which closes it when its workflow is deactivated, and with it everything that listens. */
export async function openOwnLedger(context: LedgerContext): Promise<Ledger> {
  return sharedLedger(await ledgerLocation(context));
}

/** Who acts when a node acts: the workflow, and the execution that led to it. */
export function causeOf(context: {
  getNode(): INode;
  getWorkflow(): IWorkflowMetadata;
  getExecutionId?: IExecuteFunctions['getExecutionId'];
}): Cause {
  const execution = context.getExecutionId?.();
  return {
    actor: {
      kind: 'workflow',
      name: `${context.getWorkflow().name ?? 'workflow'} / ${context.getNode().name}`.slice(0, 200),
    },
    ...(execution !== undefined && { cause: `execution ${execution}` }),
  };
}
