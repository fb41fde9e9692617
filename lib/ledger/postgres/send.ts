import type { PoolClient, QueryConfig } from 'pg';
import type { Row } from '../sql';

export type Query = string | QueryConfig<unknown[]>;

/**
 * Sends queries together: one round trip, however many they are. Each of them ends in an answer of its own, so that an
 * answer which the server has given is there even when the connection breaks at the next one.
 */
export async function sendEach(
  client: PoolClient,
  queries: readonly Query[],
): Promise<readonly PromiseSettledResult<readonly Row[]>[]> {
  const { stream } = client.connection;
  stream.cork();
  const answers = queries.map(async (query) => (await client.query<Row>(query)).rows);
  stream.uncork();
  return await Promise.allSettled(answers);
}

/** The rows of each. @throws what the first one that failed has failed with */
export function answersOf(results: readonly PromiseSettledResult<readonly Row[]>[]): readonly (readonly Row[])[] {
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
