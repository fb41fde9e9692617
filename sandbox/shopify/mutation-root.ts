import { getDirectiveValues, type GraphQLResolveInfo } from 'graphql';
import { z } from 'zod/v4';
import { Rejected, userError } from './errors';
import { ensureKey } from './idempotency';
import { mutations } from './mutations/index';
import { rejectedPayload } from './mutations/mutation';
import type { View } from './view';
import type { World } from './world';

function keyOf(info: GraphQLResolveInfo): string | undefined {
  const directive = info.schema.getDirective('idempotent');
  const [node] = info.fieldNodes;
  if (directive === undefined || directive === null || node === undefined) return undefined;
  const key: unknown = getDirectiveValues(directive, node, info.variableValues)?.['key'];
  return typeof key === 'string' ? key : undefined;
}

function hasUserErrors(payload: View): boolean {
  const { userErrors } = payload;
  return Array.isArray(userErrors) && userErrors.length > 0;
}

function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

/** The root of every mutation: each runs whole or not at all, and once per idempotency key. */
export function mutationRoot(world: World, version: string): View {
  const entries = Object.entries(mutations).map(([name, mutation]): [string, unknown] => {
    const attempt = (args: unknown): View => {
      try {
        return { userErrors: [], ...mutation.run({ world, version, args }) };
      } catch (error) {
        if (error instanceof Rejected) return rejectedPayload(mutation, error.userErrors);
        // An amount that is none, or too fine for its currency.
        if (error instanceof RangeError) return rejectedPayload(mutation, [userError(null, error.message)]);
        throw error;
      }
    };
    const resolve = async (args: unknown, _scope: unknown, info: GraphQLResolveInfo): Promise<View> => {
      const key = keyOf(info);
      ensureKey(name, version, key);
      if (key === undefined) return attempt(args);
      const work = async (): Promise<View> => {
        await pause(world.settings.idempotentDelayMs);
        return attempt(args);
      };
      return world.idempotency.once(name, key, args, work, {
        refuse: (error) => rejectedPayload(mutation, [error]),
        recall: (result) => z.record(z.string(), z.unknown()).parse(result),
        hasFailed: hasUserErrors,
      });
    };
    return [name, resolve];
  });
  return Object.fromEntries(entries);
}
