import type { ExecutionFailure } from '../host';
import { crash } from './stories/crash';
import type { StoryResult } from './story';

/** An execution of n8n that failed, and everything that is known of it as text. */
export interface ReadFailure extends ExecutionFailure {
  readonly data: string;
}

/**
 * What n8n says of the executions that belong to stories that failed, a sentence each. The run that the crash story
 * kills is no failure, unless that story failed.
 */
export function explainFailures(results: readonly StoryResult[], failures: readonly ReadFailure[]): string[] {
  const failed = results.filter(({ ok }) => !ok);
  return failures.flatMap((failure) => {
    const story = failed.find((result) => isOf(result, failure));
    return story === undefined ? [] : [`${story.name}: ${sentenceOf(failure)}`];
  });
}

function isOf({ name, order, rma }: StoryResult, { status, data }: ReadFailure): boolean {
  if (status === 'crashed') return name === crash.name;
  return [order, rma].some((known) => known !== null && known !== '' && data.includes(known));
}

function sentenceOf({ id, workflowId, workflowName, node, message, description }: ExecutionFailure): string {
  const place = [workflowName ?? workflowId, node].filter(Boolean).join(' / ');
  return `n8n, ${place}: ${[message, description].filter(Boolean).join(' ')} (execution ${id})`;
}
