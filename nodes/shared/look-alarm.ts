import { NodeOperationError, type ITriggerFunctions } from 'n8n-workflow';
import { toNodeError } from './node-errors';

/** A provider that was away for a while is caught up with at the next look: nobody need be called for that. */
const TOLD_AFTER_MS = 60 * 60_000;

export interface LookAlarm {
  failed(error: unknown): void;
  succeeded(): void;
}

/**
 * Says that looks for missed news fail: each time in the log, and once as a failed execution, which calls the error
 * workflow, until a look succeeds again. At once where a repeat cannot help, such as after a withdrawn authorisation;
 * otherwise when no look has succeeded for an hour.
 */
export function lookAlarm(context: ITriggerFunctions, now: () => number = Date.now): LookAlarm {
  const node = context.getNode();
  let failingSince: number | undefined;
  let isTold = false;
  return {
    failed(error) {
      const { message, description, context: facts } = toNodeError(node, error);
      context.logger.warn(`${node.name}: the look for missed news failed, the next one makes up for it. ${message}`);
      failingSince ??= now();
      const mayPass = facts['retryable'] === true && now() - failingSince < TOLD_AFTER_MS;
      // An older n8n keeps no failed executions of triggers: there the log alone tells.
      if (isTold || mayPass || !('saveFailedExecution' in context)) return;
      isTold = true;
      const alarm = `"${node.name}" cannot look for what it was not told: ${message}`;
      context.saveFailedExecution(new NodeOperationError(node, alarm, { description: description ?? '' }));
    },
    succeeded() {
      failingSince = undefined;
      isTold = false;
    },
  };
}
