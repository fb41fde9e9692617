import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { deadLetterFields, deadLetterOf } from '../dead-letter-fields';

export const replayDeadLetter: Operation = {
  resource: 'deadLetter',
  option: {
    name: 'Replay',
    value: 'replay',
    action: 'Replay dead letter',
    description: 'Hand the event to its workflow again, as if for the first time',
  },
  fields: deadLetterFields,
  async execute(context, itemIndex) {
    const { consumer, seq } = deadLetterOf(context, itemIndex);
    const count = await (await openLedger(context)).replay(consumer, [seq]);
    const result = { consumer, seq, replayed: count === 1 };
    return { chapters: { deadLetter: result }, result };
  },
};
