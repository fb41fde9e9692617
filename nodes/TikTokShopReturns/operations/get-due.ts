import { tikTokShop } from '../../shared/shops';
import type { Operation } from '../../shared/operation';
import { wholeNumber } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { deadlineOf } from '../deadline';
import { orderIdsOf, returnResults, unitIdsOf } from '../return-results';

/** The states in which TikTok Shop waits for the shop. */
const waiting = ['RETURN_OR_REFUND_REQUEST_PENDING', 'BUYER_SHIPPED_ITEM', 'REPLACEMENT_REQUEST_PENDING'];
const HOUR_MS = 3_600_000;

export const getDue: Operation = {
  resource: 'return',
  option: {
    name: 'Get Due',
    value: 'getDue',
    action: 'Get due returns',
    description: 'List returns on which TikTok Shop will soon decide by itself, the most urgent first',
  },
  fields: [
    {
      displayName: 'Within Hours',
      name: 'withinHours',
      type: 'number',
      typeOptions: { minValue: 1 },
      default: 12,
      description: 'Returns whose deadline is nearer than this, also those whose deadline has just passed',
    },
    {
      displayName: 'Include Orders',
      name: 'includeOrders',
      type: 'boolean',
      default: true,
      description: 'Whether the order of each return comes with it, as a policy needs it',
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const until = client.environment.now() + wholeNumber(context, 'withinHours', 'Within Hours', itemIndex) * HOUR_MS;
    const region = client.shop?.region;
    const due = (await tikTokShop().searchReturns(client, { statuses: waiting }))
      .flatMap((entry) => {
        const deadline = deadlineOf(entry, region);
        return deadline && Date.parse(deadline.endsAt) <= until ? [{ entry, deadline }] : [];
      })
      .sort((one, other) => Date.parse(one.deadline.endsAt) - Date.parse(other.deadline.endsAt));
    const deadlines = new Map(due.map(({ entry, deadline }) => [entry, deadline]));
    const withOrders = context.getNodeParameter('includeOrders', itemIndex, true) === true;
    const found = due.map(({ entry }) => entry);
    const orders = withOrders ? await tikTokShop().getOrders(client, orderIdsOf(found), unitIdsOf(found)) : undefined;
    return returnResults(client, found, orders, (entry) => ({
      deadline: hoursLeft(deadlines.get(entry), client.environment.now()),
    }));
  },
};

const hoursLeft = (deadline: ReturnType<typeof deadlineOf>, now: number): object => ({
  ...deadline,
  hoursLeft: deadline === undefined ? 0 : Math.round(((Date.parse(deadline.endsAt) - now) / HOUR_MS) * 10) / 10,
});
