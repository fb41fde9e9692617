import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { deadLetterFields, deadLetterOf } from '../dead-letter-fields';

export const dropDeadLetter: Operation = {
  resource: 'deadLetter',
  option: {
    name: 'Drop',
    value: 'drop',
    action: 'Drop dead letter',
    description: 'Forget the event: nobody is to work it any more',
  },
  fields: deadLetterFields,
  async execute(context, itemIndex) {
    const { consumer, seq } = deadLetterOf(context, itemIndex);
    const count = await (await openLedger(context)).drop(consumer, [seq]);
    const result = { consumer, seq, dropped: count === 1 };
    return { chapters: { deadLetter: result }, result };
  },
};
