import { startPostgres, type PostgresServer } from '../../tests/support/postgres-server';
import { CannotMeasure } from '../measuring/cannot-measure';

/**
 * A PostgreSQL server of its own, with the settings that it comes with: commits wait for the disk.
 * @throws CannotMeasure when it is not installed
 */
export async function benchPostgres(): Promise<PostgresServer> {
  try {
    return await startPostgres();
  } catch (error) {
    throw new CannotMeasure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
