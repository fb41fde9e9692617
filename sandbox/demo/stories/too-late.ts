import { mailSays } from '../chapters';
import { until } from '../patience';
import { placeShopifyOrder, requestInShopify } from '../shop-floor';
import { returnStatusesOf } from '../truth';
import { shoppers } from '../shoppers';
import type { Story } from '../story';

const DELIVERED_DAYS_AGO = 75;
const WINDOW_DAYS = 30;

export const tooLate: Story = {
  name: 'too-late',
  plot: 'Liam asks 75 days after delivery; the window was 30',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.liam, orderName: '#1003' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: DELIVERED_DAYS_AGO,
      items: [
        {
          sku: 'PULL-BRUME-M',
          title: 'Brume Jumper',
          variantTitle: 'M',
          category: 'Knitwear',
          quantity: 1,
          unitPrice: '120.00',
        },
      ],
    });
    await requestInShopify(control, told.orderName, { sku: 'PULL-BRUME-M', reason: 'UNWANTED' });
    await world.caseWhen(told.orderName, 'the decision', ({ decision }) => decision === 'rejected');
    await mailSays(world, told, new RegExp(lastDay()));
    await until(`${told.orderName}: declined in Shopify`, async () =>
      (await returnStatusesOf(control, told.orderName)).includes('DECLINED') ? true : undefined,
    );
    told.ends = { decision: 'rejected', parcel: 'none', settlement: 'none', emails: 2, labels: 0, refunds: 0 };
  },
};

/** The day on which the window ended, as the mail writes it: the shop is in Paris. */
function lastDay(): string {
  const end = new Date(Date.now() - (DELIVERED_DAYS_AGO - WINDOW_DAYS) * 86_400_000);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(end);
}
