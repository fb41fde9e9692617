import type { Ledger } from '../../../lib/ledger';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredPicked } from '../../shared/parameters';
import { consumerField } from '../consumer-field';

const PAGE_SIZE = 500;

export const replayAllDeadLetters: Operation = {
  resource: 'deadLetter',
  option: {
    name: 'Replay All',
    value: 'replayAll',
    action: 'Replay all dead letters of consumer',
    description: 'Hand everything that one trigger has given up to its workflow again',
  },
  fields: [consumerField],
  async execute(context, itemIndex) {
    const consumer = requiredPicked(context, 'consumer', 'Consumer', itemIndex);
    const replayed = await replayAll(await openLedger(context), consumer);
    const result = { consumer, replayed };
    return { chapters: { deadLetter: result }, result };
  },
};

/** Each once: what is given up anew meanwhile stays given up. */
async function replayAll(ledger: Ledger, consumer: string): Promise<number> {
  const { dead } = await ledger.lag(consumer);
  let replayed = 0;
  while (replayed < dead) {
    const letters = await ledger.deadLetters({ consumer, limit: Math.min(PAGE_SIZE, dead - replayed) });
    if (letters.length === 0) break;
    replayed += await ledger.replay(
      consumer,
      letters.map(({ event }) => event.seq),
    );
  }
  return replayed;
}
