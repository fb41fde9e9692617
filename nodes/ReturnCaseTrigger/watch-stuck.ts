import { NodeOperationError, type IDataObject, type ITriggerFunctions } from 'n8n-workflow';
import { watchLag, type Lag, type LagWatch, type Ledger } from '../../lib/ledger';
import { isReturnsError } from '../../lib/returns';
import { CONSUMER_STUCK } from './settings';

const LOOK_EVERY_MS = 60_000;

interface Watched {
  readonly ledger: Ledger;
  readonly stuckAfterMs: number;
  readonly onError: (error: unknown) => void;
}

/** Says of this trigger that it is stuck: in the log, and as a failed execution, which calls the error workflow. */
export function alertWhenStuck(context: ITriggerFunctions, consumer: string, watched: Watched): LagWatch {
  const { name } = context.getNode();
  return watchLag({
    ...watched,
    everyMs: LOOK_EVERY_MS,
    look: () => watched.ledger.lag(consumer).then((lag) => [lag], noneYet),
    onStuck: (lag) => {
      const message = `"${name}" is stuck: ${wordsOf(lag)}`;
      context.logger.warn(message, { ...lag });
      const error = new NodeOperationError(context.getNode(), message, {
        description:
          'The oldest event is tried again or waits behind one that is. Look at the failed executions of this workflow, mend the cause, and the trigger goes on by itself.',
      });
      // An older n8n keeps no failed executions of triggers: there the log alone tells.
      if ('saveFailedExecution' in context) context.saveFailedExecution(error);
    },
    onMovedOn: (lag) => {
      context.logger.info(`"${name}" moves on again: ${wordsOf(lag)}`, { ...lag });
    },
  });
}

/** Starts the workflow when any consumer of the ledger is stuck. */
export const startWhenStuck = (context: ITriggerFunctions, watched: Watched): LagWatch =>
  watchLag({
    ...watched,
    everyMs: LOOK_EVERY_MS,
    look: () => watched.ledger.consumers(),
    onStuck: (lag) => {
      context.emit([[{ json: stuckItem(lag) }]]);
    },
  });

export function stuckItem({ consumer: name, ...lag }: Lag): IDataObject {
  return { event: { type: CONSUMER_STUCK, at: new Date().toISOString() }, consumer: { name, ...lag } };
}

/** Before its first claim a consumer is unknown, and cannot be late. */
function noneYet(error: unknown): readonly Lag[] {
  if (isReturnsError(error) && error.code === 'not_found') return [];
  throw error;
}

const wordsOf = ({ behind, waiting, inFlight, dead, oldestWaitingMs }: Lag): string =>
  `its oldest event waits for ${Math.round(oldestWaitingMs / 60_000)} minutes; ` +
  `${behind} not read, ${waiting} waiting, ${inFlight} in work, ${dead} given up`;
