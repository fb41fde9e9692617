import type { SandboxContext } from '../../core/context';
import { notFound } from '../errors';
import type { EasyPostCall } from '../gate';
import type { EasyPostStore } from '../store';

/** What a route is asked. */
export interface Asked extends EasyPostCall {
  context: SandboxContext;
  store: EasyPostStore;
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/easypost/v2/`. */
  path: string;
  /** Of the answer when it goes well; 200 when left out. */
  status?: 201;
  handle: (asked: Asked) => object | Promise<object>;
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}
