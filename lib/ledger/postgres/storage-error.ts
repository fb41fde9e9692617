import { isReturnsError, ReturnsError } from '../../returns';
import { byCode, byState, byWords, pooled, unknownMeaning, type Meaning } from './meanings';

/** By its properties: an error may come from another realm, where `instanceof` fails. */
const textIn = (error: unknown, name: string): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** SQLSTATEs have five characters, and come with a severity. */
export const sqlStateOf = (error: unknown): string | undefined =>
  textIn(error, 'severity') === undefined ? undefined : textIn(error, 'code');

/** What was set up for the session is gone: a pooler has put another one in its place. */
export class SessionLost extends Error {
  override readonly name = 'SessionLost';
}

function meaningOf(error: unknown): Meaning | undefined {
  if (error instanceof SessionLost) return pooled;
  const state = sqlStateOf(error);
  if (state !== undefined) return byState[state] ?? byState[state.slice(0, 2)] ?? unknownMeaning;
  const known = byCode[textIn(error, 'code') ?? ''];
  const words = textIn(error, 'message') ?? '';
  return known ?? byWords.find(([pattern]) => pattern.test(words))?.[1];
}

/** Whether the server, or the way to it, is gone for now. */
export const isAway = (error: unknown): boolean => !isReturnsError(error) && meaningOf(error)?.isAway === true;

/**
 * What node-postgres threw, as the ledger's error with what to do next; anything else as it came. The original is left
 * out on purpose: it may hold addresses and values of rows.
 */
export function storageError(error: unknown): unknown {
  if (isReturnsError(error)) return error;
  const meaning = meaningOf(error);
  if (!meaning) return error;
  const sqlState = sqlStateOf(error);
  const constraint = textIn(error, 'constraint');
  const code = sqlState === undefined ? textIn(error, 'code') : undefined;
  return new ReturnsError(meaning.code ?? 'storage_failed', meaning.message, {
    description: meaning.description,
    retryable: meaning.retryable ?? false,
    context: {
      ...(sqlState !== undefined && { sqlState }),
      ...(code !== undefined && { code }),
      ...(constraint !== undefined && { constraint }),
    },
  });
}
