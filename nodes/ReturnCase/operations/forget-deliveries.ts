import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { daysAgo, wholeNumber } from '../../shared/parameters';

const AT_ONCE = 10_000;

export const forgetDeliveries: Operation = {
  resource: 'webhookDelivery',
  option: {
    name: 'Forget Old',
    value: 'forgetOld',
    action: 'Forget old webhook deliveries',
    description: 'Drop the memory of deliveries that no provider will repeat any more',
  },
  fields: [
    {
      displayName: 'Older Than (Days)',
      name: 'olderThanDays',
      type: 'number',
      typeOptions: { minValue: 7, maxValue: 36_500 },
      required: true,
      default: 90,
      description: 'One that comes again after that counts as new. Providers repeat for days, not for weeks.',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const receivedBefore = daysAgo(wholeNumber(context, 'olderThanDays', 'Older Than (Days)', itemIndex));
    let forgotten = 0;
    for (let more = true; more;) {
      const turn = await ledger.prune({ receivedBefore, limit: AT_ONCE });
      forgotten += turn.pruned;
      more = turn.more && turn.pruned > 0;
    }
    const result = { receivedBefore, forgotten };
    return { chapters: { deliveries: result }, result };
  },
};
