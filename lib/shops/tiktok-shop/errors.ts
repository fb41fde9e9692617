import { redact, type Refusal } from '../../http';
import { ReturnsError, type ErrorCode } from '../../returns';

/** What one of TikTok Shop's codes means, and what to do about it. */
export interface Meaning {
  readonly code: ErrorCode;
  /** Completes "TikTok Shop …". */
  readonly what: string;
  readonly next: string;
  readonly retryable?: true;
  /** The access token is at fault: a fresh one may help. */
  readonly token?: true;
  /** Refused before anything was done, for now: the same call may come again. */
  readonly wait?: true;
}

const authoriseAgain =
  'Authorize the app in the shop again, enter the new authorization code in the credential, and test it.';

/** Sources: Partner Center, "Common errors" and the error lists of each call, as read in November 2026. */
const meanings: Readonly<Record<number, Meaning>> = {
  101000: {
    code: 'unauthorized',
    what: 'does not know the access token',
    next: authoriseAgain,
    token: true,
  },
  105002: { code: 'unauthorized', what: 'says that the access token has expired', next: authoriseAgain, token: true },
  105005: {
    code: 'forbidden',
    what: 'does not allow this to the app',
    next: 'Give the app the scope that this operation needs in Partner Center, then authorize it in the shop again.',
  },
  106001: {
    code: 'unauthorized',
    what: 'does not accept the signature',
    next: 'Check the app secret in the credential.',
  },
  106013: {
    code: 'invalid_input',
    what: 'wants to know the shop',
    next: 'Choose the shop in the field "Shop" of the node.',
  },
  36004001: { code: 'unauthorized', what: 'says that the authorization has ended', next: authoriseAgain },
  36004004: {
    code: 'unauthorized',
    what: 'does not accept the authorization code',
    next: 'A code is valid for 30 minutes and once. Authorize the app in the shop again and enter the new code.',
  },
  36009002: {
    code: 'rate_limited',
    what: 'is receiving too many requests of this shop',
    next: 'Run the item again later, or send fewer items at once.',
    retryable: true,
    wait: true,
  },
  36009003: {
    code: 'provider_unavailable',
    what: 'has a problem of its own',
    next: 'Run the item again later. Nothing needs changing.',
    retryable: true,
  },
  36009007: {
    code: 'timed_out',
    what: 'took too long',
    next: 'Run the item again.',
    retryable: true,
  },
  36009009: {
    code: 'unsupported',
    what: 'does not have this call',
    next: 'Check the base URL in the credential. If it is right, TikTok Shop has withdrawn the call: report it.',
  },
  36009010: { code: 'unsupported', what: 'does not have this call', next: 'Report it with the name of the operation.' },
  36009014: {
    code: 'unsupported',
    what: 'no longer has this version of the call',
    next: 'Update this package, or report it.',
  },
  36009021: { code: 'invalid_input', what: 'finds the file too large', next: 'Send a smaller file.' },
  36009022: { code: 'invalid_input', what: 'does not take this kind of file', next: 'Send a PDF, PNG or JPEG file.' },
  36009023: { code: 'invalid_input', what: 'does not take this kind of file', next: 'Send a PDF, PNG or JPEG file.' },
  36009033: {
    code: 'forbidden',
    what: 'does not let this server in',
    next: 'Add the public IP address of this server to the allow list of the app in Partner Center.',
  },
  98001004: {
    code: 'invalid_input',
    what: 'does not accept a value',
    next: 'Correct what the message names and run the item again. Nothing was changed.',
  },
  21008111: {
    code: 'not_found',
    what: 'says that this belongs to another seller',
    next: 'Choose the shop in the field "Shop" of the node that the order belongs to.',
  },
  25001010: {
    code: 'conflict',
    what: 'says that the return or refund is completed already',
    next: 'Get the return again: it was settled by the platform, by a person, or by another workflow.',
  },
  25001011: {
    code: 'conflict',
    what: 'says that another return or cancellation of this order is going on',
    next: 'Wait until that one has ended, or decide it first.',
  },
  25001014: {
    code: 'invalid_input',
    what: 'does not know the reason',
    next: 'Take a reason from the list that TikTok Shop gives for this very return or order.',
  },
  25001020: {
    code: 'invalid_input',
    what: 'no longer uses the reason',
    next: 'Take a reason from the list that TikTok Shop gives for this very return or order.',
  },
  25001021: {
    code: 'invalid_input',
    what: 'does not take this reason in the state of the order',
    next: 'Take a reason from the list that TikTok Shop gives for this very return or order.',
  },
  25001045: {
    code: 'conflict',
    what: 'cannot cancel the order: it has been shipped',
    next: 'Wait for a return of the goods instead.',
  },
  25001051: {
    code: 'conflict',
    what: 'cannot cancel the order: it is completed',
    next: 'Completed orders can be neither cancelled nor returned.',
  },
  25005005: {
    code: 'invalid_input',
    what: 'finds the amount higher than what can be refunded',
    next: 'Calculate the refund first, and ask for no more than that.',
  },
  25005011: {
    code: 'invalid_input',
    what: 'finds more items named than there are',
    next: 'Name each unit of the order once.',
  },
  25011014: {
    code: 'conflict',
    what: 'says that the received package can no longer be rejected',
    next: 'Get the return again and look at what TikTok Shop waits for.',
  },
};

/** 36009004 stands for much; only its message tells what. The most telling words come first. */
const invalidRequest: readonly (readonly [RegExp, Meaning])[] = [
  [
    /time.?stamp/i,
    {
      code: 'unauthorized',
      what: 'finds the time of the request wrong: the clock of this server is off',
      next: 'Set the clock of this server (NTP). TikTok Shop takes requests from 5 minutes ago to 30 seconds ahead.',
    },
  ],
  [/unexpected identifier/i, { code: 'invalid_input', what: 'wants no shop here', next: 'Report it.' }],
  [
    /shop.?cipher/i,
    {
      code: 'invalid_input',
      what: 'does not know the shop',
      next: 'Choose the shop in the field "Shop" of the node, or correct the shop in the credential.',
    },
  ],
  [
    /app.?key/i,
    { code: 'unauthorized', what: 'does not know the app key', next: 'Check the app key in the credential.' },
  ],
  [
    /access.?token|(^|\W)token/i,
    { code: 'unauthorized', what: 'does not accept the access token', next: authoriseAgain, token: true },
  ],
  [
    /(^|\W)sign(ature)?(\W|$)/i,
    {
      code: 'unauthorized',
      what: 'does not accept the signature',
      next: 'Check the app secret in the credential.',
    },
  ],
  [
    /version/i,
    { code: 'unsupported', what: 'does not have this version of the call', next: 'Update this package, or report it.' },
  ],
];

const refused: Meaning = {
  code: 'provider_refused',
  what: 'refused the request',
  next: 'Correct what the message names and run the item again. Nothing was changed.',
};

/** What a code means; the message decides where TikTok Shop uses one code for many things. */
export function meaningOf(code: number, message: string): Meaning {
  if (code === 36009004) {
    const found = invalidRequest.find(([words]) => words.test(message))?.[1];
    return found ?? { ...refused, code: 'invalid_input', what: 'does not accept a value' };
  }
  return meanings[code] ?? refused;
}

/** The head of every answer. */
export interface Verdict {
  readonly code: number;
  readonly message: string;
  readonly requestId?: string | undefined;
}

/** The error for an answer whose code is not 0, whatever its HTTP status. */
export function failureOf({ code, message, requestId }: Verdict, mayHaveHappened = false): ReturnsError {
  const meaning = meaningOf(code, message);
  return new ReturnsError(meaning.code, `TikTok Shop ${meaning.what}: ${redact(message)}`, {
    provider: 'tiktok_shop',
    description: meaning.next,
    retryable: meaning.retryable ?? false,
    context: {
      providerCode: String(code),
      ...(requestId !== undefined && requestId !== '' && { requestId }),
      ...(mayHaveHappened && { mayHaveHappened }),
    },
  });
}

/** The same for an answer that an HTTP status marks as a failure. */
export function refusalOf({ code, message }: Verdict): Refusal {
  const meaning = meaningOf(code, message);
  return {
    message: `it ${meaning.what}: ${message}`,
    code: String(code),
    advice: meaning.next,
    errorCode: meaning.code,
    retryable: meaning.retryable ?? false,
  };
}

/** Whether the access token was what TikTok Shop refused. */
export const isTokenRefused = (error: unknown): boolean => {
  if (!(error instanceof ReturnsError)) return false;
  const { providerCode } = error.context;
  return typeof providerCode === 'string' && meaningOf(Number(providerCode), error.message).token === true;
};
