import { z } from 'zod/v4';
import { badRequest } from './errors';
import type { Shop } from './model';
import type { Part } from './multipart';
import type { World } from './world';

/** What a request says, checked by the front door but not yet read. */
export interface RawCall {
  world: World;
  shop: Shop;
  version: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: unknown;
  parts: readonly Part[];
}

export interface Call<Q, B> extends Omit<RawCall, 'query' | 'body'> {
  query: Q;
  body: B;
}

interface Definition<Q extends z.ZodObject, B extends z.ZodObject> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As published, with `{version}` for the version: `/return_refund/{version}/returns/search`. */
  path: string;
  versions: readonly string[];
  scope: string;
  /** Only these must come without `shop_cipher`; all others need it. */
  isShopless?: boolean;
  isMultipart?: boolean;
  /** Reading, though it is a POST. */
  isRead?: boolean;
  query: Q;
  body: B;
  handle: (call: Call<z.infer<Q>, z.infer<B>>) => object;
}

export interface Endpoint extends Omit<Definition<z.ZodObject, z.ZodObject>, 'handle'> {
  run: (call: RawCall) => object;
}

export const none = z.strictObject({});

const label = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** A gateway's words for the first thing that is wrong. */
function read<S extends z.ZodType>(shape: S, value: unknown, where: 'query' | 'body'): z.output<S> {
  const result = shape.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw badRequest(`Unexpected identifier: ${issue.keys.join(', ')} (${where})`);
  const name = label(issue?.path ?? []);
  if (issue?.input === undefined) throw badRequest(`${name} is a required field and has not been provided.`);
  throw badRequest(`Invalid '${name}' ${where} parameter.`);
}

/** An endpoint that reads its query and body before it does anything. */
export function endpoint<Q extends z.ZodObject, B extends z.ZodObject>(definition: Definition<Q, B>): Endpoint {
  const { handle, ...rest } = definition;
  return {
    ...rest,
    run: (call) =>
      handle({
        ...call,
        query: read(definition.query, call.query, 'query'),
        body: read(definition.body, call.body, 'body'),
      }),
  };
}

/** A comma joined list: `1,2`. */
export const commaList = z.string().transform((text) => text.split(',').filter((one) => one !== ''));
export const idempotencyKey = z.string().min(1).max(255).optional();
export const seconds = z.int().nonnegative();
