import { parseWith, ReturnsError } from '../returns';
import { findConsumer } from './consumer-rows';
import { instantNow, type LedgerContext } from './context';
import { consumerNameSchema } from './inputs';
import { noConsumer } from './lag';
import { execute, firstRow, sql, type Work } from './sql';
import { write } from './write';

/** Forgets a consumer whose workflow is gone; see the interface. */
export async function forgetConsumer(context: LedgerContext, consumer: string): Promise<void> {
  const name = parseWith(consumerNameSchema, consumer, 'the consumer');
  await write(context, () => forget(context, name));
}

function* forget(context: LedgerContext, name: string): Work<void> {
  if (!(yield* findConsumer(name))) throw noConsumer(name);
  const held = yield* firstRow(sql`
    SELECT seq FROM deliveries
    WHERE consumer = ${name} AND status = 'claimed' AND due_at > ${instantNow(context)} LIMIT 1`);
  if (held) throw stillWorks(name);
  yield* execute(sql`DELETE FROM deliveries WHERE consumer = ${name}`);
  yield* execute(sql`DELETE FROM consumers WHERE name = ${name}`);
}

const stillWorks = (name: string): ReturnsError =>
  new ReturnsError('conflict', `A run has events of the consumer "${name}"`, {
    description: 'Deactivate its workflow and wait for its executions to end. Nothing was forgotten.',
  });
