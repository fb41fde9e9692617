import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { daysAgo, wholeNumber } from '../../shared/parameters';

const AT_ONCE = 200;

export const eraseOld: Operation = {
  resource: 'personalData',
  option: {
    name: 'Erase Old',
    value: 'eraseOld',
    action: 'Erase personal data of old cases',
    description: 'Take the person out of every case that has been closed for long enough',
  },
  fields: [
    {
      displayName: 'Closed For (Days)',
      name: 'closedForDays',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 36_500 },
      required: true,
      default: 1095,
      description: 'How long a case has been closed, without any news since',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1 },
      default: 50,
      description: 'Max number of results to return',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const closedBefore = daysAgo(wholeNumber(context, 'closedForDays', 'Closed For (Days)', itemIndex));
    const limit = wholeNumber(context, 'limit', 'Limit', itemIndex);
    let erased = 0;
    let more = true;
    while (more && erased < limit) {
      const turn = await ledger.eraseOlderThan(
        { closedBefore, limit: Math.min(AT_ONCE, limit - erased) },
        causeOf(context),
      );
      erased += turn.erased;
      // A turn that erased nothing would find the same again.
      more = turn.more && turn.erased > 0;
    }
    const result = { closedBefore, erased, more };
    return { chapters: { erasure: result }, result };
  },
};
