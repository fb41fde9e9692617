import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import { ReturnsError } from '../../lib/returns';

/** A run that waits for a person has taken over what it was given: n8n keeps it from here on. */
const endedWell: readonly IRun['status'][] = ['success', 'waiting'];

/**
 * Runs the workflow for these items and waits for its end: n8n hands the finished run to the promise given with it.
 * @throws ReturnsError when the run did not end well, so that its work is handed over again
 */
export async function runToItsEnd(context: ITriggerFunctions, items: INodeExecutionData[]): Promise<void> {
  const done = context.helpers.createDeferredPromise<IRun>();
  context.emit([items], undefined, done);
  // Nothing comes when a run fails before its first node, whatever n8n's types say.
  const run: IRun | undefined = await done.promise;
  if (run !== undefined && endedWell.includes(run.status)) return;
  const { error, lastNodeExecuted } = run?.data.resultData ?? {};
  throw new ReturnsError('step_failed', error?.message ?? `The run ended as ${run?.status ?? 'nothing'}`, {
    description: `Its work is handed over again. The run stopped at "${lastNodeExecuted ?? 'its start'}".`,
    retryable: true,
  });
}
