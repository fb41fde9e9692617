import { ReturnsError, type ErrorCode } from '../returns';
import { redact } from './redact';
import type { Answer, FaultKind, TransportFault } from './transport';

/** What a provider's error body says, in words. */
export interface Refusal {
  readonly message: string;
  /** The provider's own code, kept for workflows to branch on. */
  readonly code?: string;
  /** The inputs at fault. */
  readonly fields?: readonly string[];
  /** What to do next, where the provider's code tells more than the status. */
  readonly advice?: string;
  /** Where the status alone would mislead. */
  readonly errorCode?: ErrorCode;
  readonly retryable?: boolean;
  /** Retryable, but not within this call: asking again at once makes it worse. */
  readonly later?: true;
}

export interface Speaker {
  /** As errors name it: `shopify`. */
  readonly provider: string;
  /** As people read it: `Shopify`. */
  readonly displayName: string;
}

export interface Circumstances {
  /** The write may have been done although no good answer came back. */
  readonly mayHaveHappened: boolean;
  /** What the provider asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The provider stored this failure under the idempotency key, and will answer it to every repeat. */
  readonly replayed?: boolean;
  /** The address holds no id that might be unknown. */
  readonly isFixed?: boolean;
}

interface Meaning {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly what: string;
  readonly next: string;
}

function meaningOf(status: number): Meaning {
  if (status === 401) {
    return {
      code: 'unauthorized',
      retryable: false,
      what: 'did not accept the credentials',
      next: 'Open the credential, enter a valid key or token, and test it.',
    };
  }
  if (status === 403) {
    return {
      code: 'forbidden',
      retryable: false,
      what: 'does not allow this to these credentials',
      next: 'Give the key or app the permission that this operation needs, then run the item again.',
    };
  }
  if (status === 404 || status === 410) {
    return {
      code: 'not_found',
      retryable: false,
      what: 'knows nothing under this id',
      next: 'Check the id, and that the credential is for the account that it belongs to.',
    };
  }
  if (status === 408) {
    return { code: 'timed_out', retryable: true, what: 'took too long', next: 'Run the item again.' };
  }
  if (status === 429) {
    return {
      code: 'rate_limited',
      retryable: true,
      what: 'is receiving too many requests',
      next: 'Run the item again later, or send fewer items at once.',
    };
  }
  if (status >= 500) {
    return {
      code: 'provider_unavailable',
      retryable: true,
      what: 'has a problem of its own',
      next: 'Run the item again later. Nothing needs changing.',
    };
  }
  if (status >= 400) {
    return {
      code: status === 409 ? 'conflict' : 'provider_refused',
      retryable: false,
      what: 'refused the request',
      next: 'Correct what the message names and run the item again.',
    };
  }
  return {
    code: 'unexpected_answer',
    retryable: false,
    what: 'answered something that is no answer to this request',
    next: 'Check the base URL in the credential: it may lead to another service or to a log-in page.',
  };
}

/** The error for an answer that is not a success. */
export function answerFailure(
  who: Speaker,
  answer: Answer,
  refusal: Refusal | undefined,
  { mayHaveHappened, retryAfterMs, replayed, isFixed = false }: Circumstances,
): ReturnsError {
  if (isFixed && isElsewhere(answer, refusal)) {
    return notTheApi(who, answer, { advice: refusal?.advice, mayHaveHappened });
  }
  const meaning = meaningOf(answer.status);
  const said = refusal ? `: ${redact(refusal.message)}` : '';
  return new ReturnsError(refusal?.errorCode ?? meaning.code, `${who.displayName} ${meaning.what}${said}`, {
    provider: who.provider,
    status: answer.status,
    description: refusal?.advice ?? meaning.next,
    retryable: refusal?.retryable ?? meaning.retryable,
    context: {
      ...(refusal?.code !== undefined && { providerCode: refusal.code }),
      ...(refusal?.fields?.length && { fields: refusal.fields }),
      ...requestIdOf(answer),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(replayed && { replayed }),
      ...(mayHaveHappened && { mayHaveHappened }),
    },
  });
}

const faultMeanings: Readonly<Record<FaultKind, Meaning>> = {
  never_sent: {
    code: 'provider_unavailable',
    retryable: true,
    what: 'cannot be reached',
    next: 'Check the base URL in the credential and the network of this server, then run the item again.',
  },
  lost: {
    code: 'provider_unavailable',
    retryable: true,
    what: 'broke off before it answered',
    next: 'Run the item again.',
  },
  timed_out: { code: 'timed_out', retryable: true, what: 'did not answer in time', next: 'Run the item again.' },
  cancelled: {
    code: 'timed_out',
    retryable: true,
    what: 'was not waited for: the run was stopped',
    next: 'Run the item again if it is still wanted.',
  },
  too_large: {
    code: 'unexpected_answer',
    retryable: false,
    what: 'answered more than is taken in',
    next: 'Check the base URL in the credential, or ask for less.',
  },
  certificate: {
    code: 'provider_unavailable',
    retryable: false,
    what: 'shows a certificate that cannot be trusted',
    next: 'Check the base URL in the credential. Behind a company proxy, give its certificate to Node with NODE_EXTRA_CA_CERTS.',
  },
  filtered: {
    code: 'forbidden',
    retryable: false,
    what: 'is not allowed by the outbound filter of this server',
    next: 'Allow the host in the outbound filter, or correct the base URL in the credential.',
  },
};

/** The error for a call that got no answer. */
export function faultFailure(who: Speaker, fault: TransportFault, mayHaveHappened: boolean): ReturnsError {
  const meaning = faultMeanings[fault.kind];
  return new ReturnsError(meaning.code, `${who.displayName} ${meaning.what}`, {
    provider: who.provider,
    description: mayHaveHappened
      ? `It may have been done all the same. ${meaning.next} What was done is looked up first.`
      : meaning.next,
    retryable: meaning.retryable || mayHaveHappened,
    context: { cause: fault.code, ...(mayHaveHappened && { mayHaveHappened }) },
  });
}

const elsewhere: ReadonlySet<number> = new Set([404, 405, 410]);

/** Whether an answer to a call of a fixed address comes from something else than the provider. */
function isElsewhere({ status, headers }: Answer, refusal: Refusal | undefined): boolean {
  if (refusal?.errorCode !== undefined) return false;
  const isPage = refusal === undefined && (headers['content-type'] ?? '').startsWith('text/html');
  return elsewhere.has(status) || (isPage && status === 400);
}

/** The error for an answer that no API gave: of a web page, of another service, of a log-in page in between. */
export function notTheApi(
  who: Speaker,
  answer: Answer,
  {
    mayHaveHappened,
    advice,
    faults,
  }: {
    readonly mayHaveHappened: boolean;
    /** What to do, where the provider's own answers tell more. */
    readonly advice?: string | undefined;
    readonly faults?: readonly string[];
  },
): ReturnsError {
  const message = `Something answers at this address, but it is not the API of ${who.displayName}`;
  return new ReturnsError('unexpected_answer', message, {
    provider: who.provider,
    status: answer.status,
    // After a write the work may be done: the next attempt must look it up rather than start afresh.
    retryable: mayHaveHappened,
    description:
      advice ??
      'Check the base URL in the credential: it may lead to another service, to a web page or to a log-in page.',
    context: { ...(faults && { faults }), ...requestIdOf(answer), ...(mayHaveHappened && { mayHaveHappened }) },
  });
}

/** The error for a success whose body is not what the provider documents. */
export function parseFailure(
  who: Speaker,
  answer: Answer,
  faults: readonly string[],
  mayHaveHappened: boolean,
): ReturnsError {
  return new ReturnsError('unexpected_answer', `${who.displayName} answered in a shape that is not known`, {
    provider: who.provider,
    status: answer.status,
    // After a write the work is done: the next attempt must look it up rather than start afresh.
    retryable: mayHaveHappened,
    description:
      'Check the base URL and API version in the credential. If they are right, the provider has changed its answers: report it with the fields named here.',
    context: { faults, ...requestIdOf(answer), ...(mayHaveHappened && { mayHaveHappened }) },
  });
}

/** What the provider's support asks for. */
function requestIdOf({ headers }: Answer): { requestId?: string } {
  const requestId = headers['x-request-id'] ?? headers['request-id'] ?? headers['x-ep-request-uuid'];
  return requestId === undefined ? {} : { requestId };
}
