import { randomUUID } from 'node:crypto';
import type { IDataObject, IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { ReturnsError, isReturnsError } from '../../lib/returns';
import { openLedger } from './ledger-access';

/** What the provider must know to reach us. @throws ReturnsError `invalid_input` when n8n has no address */
export function webhookUrlOf(context: IHookFunctions): string {
  const url = context.getNodeWebhookUrl('default');
  if (url !== undefined) return url;
  throw new ReturnsError('invalid_input', 'This n8n has no webhook address', {
    description: 'Set WEBHOOK_URL to the address that the provider can reach, then activate the workflow again.',
  });
}

/** The raw bytes that the provider signed; a body that n8n could not keep raw is refused. */
export function rawBodyOf(context: IWebhookFunctions): Buffer {
  const { rawBody } = context.getRequestObject();
  if (Buffer.isBuffer(rawBody)) return rawBody;
  throw new ReturnsError('signature_invalid', 'The webhook came without its raw body', {
    description: 'Nothing was changed. The provider must send JSON, not a form.',
  });
}

/** Answers what a provider wants to hear, and starts no execution. */
export function refuse(context: IWebhookFunctions, error: unknown): IWebhookResponseData {
  const code = isReturnsError(error) ? error.code : 'unexpected';
  const status =
    code === 'signature_invalid' ? 401 : code === 'unexpected_answer' || code === 'invalid_input' ? 400 : 500;
  const message = status === 500 ? 'Not handled; please deliver again' : (error as Error).message;
  const why = isReturnsError(error) ? `: ${error.message}` : '';
  context.logger.warn(`${context.getNode().name}: webhook refused (${code})${why}`);
  context.getResponseObject().status(status).send(message).end();
  return { noWebhookResponse: true };
}

function unavailable(error: unknown): never {
  const { message } = error instanceof Error ? error : { message: 'no reason was given' };
  throw new ReturnsError('storage_failed', `The returns ledger cannot be opened. ${message}`, {
    description: isReturnsError(error) ? error.description : 'Look into the log of n8n.',
    retryable: true,
    cause: error,
  });
}

/** Received and understood, but nothing for this workflow. */
export const nothingToDo: IWebhookResponseData = { webhookResponse: 'OK' };

/** What a webhook trigger works: one name per node, for good. */
export const inboxOf = (context: Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>, source: string): string =>
  `${source}:${context.getWorkflow().id ?? ''}:${context.getNode().id}`;

/** Where a delivery lies that somebody waits for in the editor. */
export const testInboxOf = (...of: Parameters<typeof inboxOf>): string => `${inboxOf(...of)}:test`;

/**
 * Takes a delivery in, once however often it comes, and answers the provider at once. The ledger keeps it until the
 * trigger of the node has worked it (`workInbox`): a run that fails or dies with n8n loses nothing.
 * @param deliveryId the provider's own id of the delivery
 * @param news what was delivered, as JSON
 */
export async function takeIn(
  context: IWebhookFunctions,
  source: string,
  deliveryId: string,
  news: IDataObject,
): Promise<IWebhookResponseData> {
  // Wrong settings of ours are no fault of the delivery: the provider is to deliver it again.
  const ledger = await openLedger(context).catch(unavailable);
  if (context.getMode() === 'manual') {
    await ledger.receive(testInboxOf(context, source), randomUUID(), news);
    // n8n asks the trigger for the items, and only whether there are any counts here.
    return { webhookResponse: 'OK', workflowData: [[{ json: {} }]] };
  }
  await ledger.receive(inboxOf(context, source), deliveryId, news);
  return nothingToDo;
}
