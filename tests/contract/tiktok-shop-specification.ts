import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';

interface Schema {
  type?: string | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
  }),
);
const content = z.record(z.string(), z.object({ schema }));
const operationShape = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const fileShape = z.object({ paths: z.record(z.string(), z.record(z.string(), operationShape)) });

export interface Operation {
  query: Set<string>;
  mediaType: string | undefined;
  body: Schema;
  answer: Schema;
}

const folder = join(
  dirname(require.resolve('@tts-open-toolkit/cli/package.json')),
  'skills/tts-openapi-guide/references/oas/paths',
);
const files = new Map<string, z.infer<typeof fileShape>['paths']>();

function pathsOf(module: string): z.infer<typeof fileShape>['paths'] {
  const known = files.get(module);
  if (known !== undefined) return known;
  const file = join(folder, `${module}.json`);
  const paths = existsSync(file) ? fileShape.parse(JSON.parse(readFileSync(file, 'utf8'))).paths : {};
  files.set(module, paths);
  return paths;
}

/** What TikTok publishes about a call, such as `POST /return_refund/202309/returns/search`; undefined when it does not. */
export function published(method: string, path: string): Operation | undefined {
  const operation = pathsOf(path.split('/')[1] ?? '')[path]?.[method.toLowerCase()];
  if (operation === undefined) return undefined;
  const [media] = Object.entries(operation.requestBody?.content ?? {});
  return {
    query: new Set(operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name)),
    mediaType: media?.[0],
    body: media?.[1].schema ?? {},
    answer: operation.responses['200']?.content?.['application/json']?.schema ?? {},
  };
}

/** Every property that a value has and the schema has not, and every one of another type: `data.orders[].id: number`. */
export function unpublished(value: unknown, expected: Schema | undefined, at = ''): string[] {
  if (value === null || value === undefined) return [];
  if (expected === undefined) return [at];
  if (Array.isArray(value)) {
    if (expected.type !== 'array') return [`${at}: array`];
    return value.flatMap((entry) => unpublished(entry, expected.items, `${at}[]`));
  }
  if (typeof value === 'object') {
    // A schema that names no property says nothing of what is inside.
    if (expected.properties === undefined) return expected.type === 'object' ? [] : [`${at}: object`];
    return Object.entries(value).flatMap(([key, entry]) =>
      unpublished(entry, expected.properties?.[key], at === '' ? key : `${at}.${key}`),
    );
  }
  const type = expected.type === 'integer' ? 'number' : expected.type;
  return type === undefined || typeof value === type ? [] : [`${at}: ${typeof value}`];
}

/** Names of the properties of a schema at every depth: `skus[].inventory[].quantity`. */
export function propertyNames(of: Schema, at = ''): string[] {
  if (of.items !== undefined) return propertyNames(of.items, `${at}[]`);
  return Object.entries(of.properties ?? {}).flatMap(([name, inner]) => {
    const path = at === '' ? name : `${at}.${name}`;
    return [path, ...propertyNames(inner, path)];
  });
}

export const schemaOf = (value: unknown): Schema => schema.parse(value);
