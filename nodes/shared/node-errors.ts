import { NodeApiError, NodeOperationError, type IDataObject, type INode, type JsonObject } from 'n8n-workflow';
import { isReturnsError } from '../../lib/returns';

/** What an item carries when the node is set to continue on fail. */
export function errorChapter(error: unknown): IDataObject {
  if (isReturnsError(error)) {
    const { code, message, description, provider, retryable } = error;
    return { code, message, description, retryable, ...(provider !== undefined && { provider }) };
  }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), retryable: false };
}

/**
 * The error that n8n shows: what a provider said as NodeApiError, what the user can correct as NodeOperationError.
 * The case id rides along, so that the error workflow can write the failure into the case, and so does whether a
 * repeat may help.
 */
export function toNodeError(
  node: INode,
  error: unknown,
  itemIndex?: number,
  caseId?: string,
): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError)
    return withFacts(error, { caseId, retryable: false });
  const { message, description, code, retryable } = { description: '', ...errorChapter(error) } as {
    message: string;
    description: string;
    code: string;
    retryable: boolean;
  };
  const facts = { caseId, retryable };
  const options = {
    ...(itemIndex !== undefined && { itemIndex }),
    message,
    description: `${description} [${code}${retryable ? ', may be retried' : ''}]`.trim(),
  };
  if (isReturnsError(error) && error.provider !== undefined) {
    const answer: JsonObject = { message, ...(error.status !== undefined && { httpCode: String(error.status) }) };
    return withFacts(
      new NodeApiError(node, answer, {
        ...options,
        ...(error.status !== undefined && { httpCode: String(error.status) }),
      }),
      facts,
    );
  }
  return withFacts(new NodeOperationError(node, message, options), facts);
}

interface Facts {
  readonly caseId: string | undefined;
  readonly retryable: boolean;
}

function withFacts<T extends NodeApiError | NodeOperationError>(error: T, { caseId, retryable }: Facts): T {
  if (caseId !== undefined && caseId !== '') error.context['caseId'] = caseId;
  if (retryable) error.context['retryable'] = true;
  return error;
}
