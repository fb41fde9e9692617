import { comesBackIntoStock, warehouseInspects } from '../chapters';
import { until } from '../patience';
import { placeShopifyOrder, requestInShopify } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { asksOnTikTok, buysOnTikTok, comesBackByTikTok, type Wish } from '../tiktok-chapters';
import { availableOf, marksOf } from '../truth';

const wish: Wish = {
  shopper: shoppers.jade,
  item: { sku: 'TT-ECHARPE-BRUME', title: 'Écharpe Brume', variantTitle: 'Gris', unitPrice: '39.00' },
  reason: 'ecom_order_delivered_refund_and_return_reason_no_longer_needed_new',
};

/** 39.00 € and the delivery of 4.90 €. */
const PAID = 4390;

export const tiktokMirrored: Story = {
  name: 'tiktok-mirrored',
  plot: 'Jade’s order was copied into Shopify and her return is asked for in both; it is one case, paid on TikTok Shop, with stock and records kept in Shopify',
  async play(world, told) {
    const { control } = world;
    const { item, shopper } = wish;
    const orderId = await buysOnTikTok(world, told, wish);
    const copy = `#${orderId}`;
    await placeShopifyOrder(control, {
      name: copy,
      shopper,
      deliveredDaysAgo: 5,
      items: [{ ...item, category: 'Accessories', quantity: 1 }],
    });
    const stock = await availableOf(control, item.sku);
    await requestInShopify(control, copy, { sku: item.sku, reason: 'UNWANTED' });
    const returnId = await asksOnTikTok(world, told, wish);
    await comesBackByTikTok(world, told, returnId);
    await warehouseInspects(world, told, 'new', 'in_transit');
    const { rma } = await world.caseWhen(orderId, 'the refund', ({ settlement }) => settlement === 'refunded');
    await until(`${rma}: the note in Shopify`, async () =>
      (await marksOf(control, copy)).note.includes(rma) ? true : undefined,
    );
    told.expect('tags in Shopify', (await marksOf(control, copy)).tags, ['tiktok-return']);
    await comesBackIntoStock(world, item.sku, stock);
    told.expect('refunds in Shopify', (await marksOf(control, copy)).refunds, 0);
    told.expect('cases of the copy', (await world.casesOf(copy)).length, 0);
    told.refunded = PAID;
    told.ends = {
      ...{ decision: 'approved', parcel: 'received', settlement: 'refunded' },
      ...{ emails: 0, messages: 3, labels: 0, refunds: 1 },
    };
  },
};
