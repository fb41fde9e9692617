import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import { ReturnsError } from '../../lib/returns';
import { queueMode } from './environment';

/** A run that waits for a person has taken over what it was given: n8n keeps it from here on. */
const endedWell: readonly IRun['status'][] = ['success', 'waiting'];

/** How long a run of a workflow without a time-out of its own may take in queue mode. */
const LONGEST_RUN_MS = 15 * 60_000;
/** n8n ends a run that takes longer than its workflow allows; it has this long to say so. */
const LAST_WORD_MS = 60_000;

/**
 * Runs the workflow for these items and waits for its end: n8n hands the finished run to the promise given with it.
 * @throws ReturnsError when the run did not end well, or n8n never says how it ended, so that its work is handed over again
 */
export async function runToItsEnd(
  context: Pick<ITriggerFunctions, 'emit' | 'helpers' | 'getWorkflowSettings'>,
  items: INodeExecutionData[],
): Promise<void> {
  const done = context.helpers.createDeferredPromise<IRun>();
  context.emit([items], undefined, done);
  const { executionTimeout = 0 } = context.getWorkflowSettings();
  const longestMs = executionTimeout > 0 ? executionTimeout * 1000 + LAST_WORD_MS : LONGEST_RUN_MS;
  // Nothing comes when a run fails before its first node, whatever n8n's types say.
  const run: IRun | undefined = await (queueMode() === undefined ? done.promise : within(longestMs, done.promise));
  if (run !== undefined && endedWell.includes(run.status)) return;
  const { error, lastNodeExecuted } = run?.data.resultData ?? {};
  throw new ReturnsError('step_failed', error?.message ?? `The run ended as ${run?.status ?? 'nothing'}`, {
    description: `Its work is handed over again. The run stopped at "${lastNodeExecuted ?? 'its start'}".`,
    retryable: true,
  });
}

/**
 * In queue mode n8n may wait for ever for a run that has ended: a job is gone from Redis with its end, and nobody told n8n
 * when it was not listening yet, or not at that moment. Source: n8n issue 30392.
 */
async function within<T>(longestMs: number, run: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const unheardOf = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new ReturnsError('step_failed', `n8n has not said within ${longestMs / 60_000} minutes how the run ended`, {
          description:
            'Its work is handed over again; what was done is not done twice. For longer runs set the time-out in the ' +
            "workflow's settings; for n8n to find ended runs, set N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED.",
          retryable: true,
        }),
      );
    }, longestMs).unref();
  });
  try {
    return await Promise.race([run, unheardOf]);
  } finally {
    clearTimeout(timer);
  }
}
