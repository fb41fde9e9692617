import { warehouseInspects } from '../chapters';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { asksOnTikTok, buysOnTikTok, chatSays, comesBackByTikTok, type Wish } from '../tiktok-chapters';

const wish: Wish = {
  shopper: shoppers.chloe,
  item: { sku: 'TT-JUPE-ORAGE-S', title: 'Jupe Orage', variantTitle: 'S', unitPrice: '64.90' },
  reason: 'buyer_refund_item_is_too_small/short',
};

/** 64.90 € and the delivery of 4.90 €: the whole order comes back. */
const PAID = 6980;

export const tiktokRefund: Story = {
  name: 'tiktok-refund',
  plot: 'Chloé sends back a skirt bought on TikTok Shop; TikTok ships and pays, the shop decides, inspects and writes in the chat',
  async play(world, told) {
    await buysOnTikTok(world, told, wish);
    const returnId = await asksOnTikTok(world, told, wish);
    await comesBackByTikTok(world, told, returnId);
    await warehouseInspects(world, told, 'new', 'in_transit');
    await world.caseWhen(told.orderName, 'the refund', ({ settlement }) => settlement === 'refunded');
    await chatSays(world, told, /rembours/i);
    told.refunded = PAID;
    told.ends = {
      ...{ decision: 'approved', parcel: 'received', settlement: 'refunded' },
      ...{ emails: 0, messages: 3, labels: 0, refunds: 1 },
    };
  },
};
