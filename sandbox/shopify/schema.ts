import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { z } from 'zod/v4';

/** The package exports its code only, not its data: it is found where Node.js would look for the package. */
function dataFolder(): string {
  const places = (require.resolve.paths('@shopify/dev-mcp') ?? []).map((modules) =>
    path.join(modules, '@shopify', 'dev-mcp', 'dist', 'data'),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('@shopify/dev-mcp is not installed: run npm ci');
  return found;
}

const folder = dataFolder();

/** Published versions that there is a schema of, oldest first: `2025-10` … */
export const publishedVersions: readonly string[] = readdirSync(folder)
  .map((name) => /^admin_(\d{4}-\d{2})\.json\.gz$/.exec(name)?.[1])
  .filter((version) => version !== undefined)
  .sort();

/** The version served when a webhook or a client names none. */
export const defaultVersion = publishedVersions.at(-1) ?? '';

const fileShape = z.object({
  data: z.custom<IntrospectionQuery>((value) => typeof value === 'object' && value !== null && '__schema' in value),
});

const loaded = new Map<string, GraphQLSchema>();

/**
 * The version that answers for an asked one: itself when published, else it falls forward to the oldest published one
 * that is not older; undefined for what names no version or one from the future.
 */
export function servedVersion(asked: string): string | undefined {
  if (!/^\d{4}-\d{2}$/.test(asked)) return undefined;
  return publishedVersions.find((version) => version >= asked);
}

/** The published Admin schema of a version; read from its file on first use (some 100 ms). */
export function schemaOf(version: string): GraphQLSchema {
  const known = loaded.get(version);
  if (known !== undefined) return known;
  const text = gunzipSync(readFileSync(path.join(folder, `admin_${version}.json.gz`))).toString('utf8');
  const schema = buildClientSchema(fileShape.parse(JSON.parse(text)).data, { assumeValid: true });
  loaded.set(version, schema);
  return schema;
}
