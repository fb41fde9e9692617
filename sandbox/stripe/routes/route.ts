import type { SandboxContext } from '../../core/context';
import { noSuch } from '../errors';
import { type Form, textOf } from '../form';
import type { Effect, StripeCall } from '../gate';
import type { StripeStore } from '../store';

/** What a route is asked. */
export interface Asked {
  context: SandboxContext;
  store: StripeStore;
  call: StripeCall;
  form: Form;
  /** That of the path; empty where it has none. */
  id: string;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/stripe/v1/`. */
  path: string;
  /** Reads and checks a request: what it throws is said before execution began, what the effect throws after. */
  handle: (asked: Asked) => Effect;
}

/** A route that only answers. */
export const read = (path: string, answer: (asked: Asked) => object): Route => ({
  method: 'GET',
  path,
  handle: (asked) => () => answer(asked),
});

export const write = (path: string, handle: Route['handle']): Route => ({ method: 'POST', path, handle });

export function found<T>(map: ReadonlyMap<string, T>, kind: string, param: string, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw noSuch(kind, id, param, 404);
  return value;
}

/** Whether a field equals what the form asks for, if it asks. */
export function isAsked(form: Form, param: string, actual: string | null): boolean {
  const wanted = textOf(form, param);
  return wanted === undefined || wanted === actual;
}
