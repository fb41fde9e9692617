import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { asksOnTikTok, buysOnTikTok, chatSays, type Wish } from '../tiktok-chapters';

const wish: Wish = {
  shopper: shoppers.manon,
  item: { sku: 'TT-SAVON-FIGUE', title: 'Savon Figue', variantTitle: '100 g', unitPrice: '9.50' },
  type: 'REFUND',
  reason: 'ecom_order_delivered_refund_reason_damaged',
};

export const tiktokReturnless: Story = {
  name: 'tiktok-returnless',
  plot: 'Manon’s soap arrived broken; she asks on TikTok Shop for her money alone, gets it, and keeps what is left',
  async play(world, told) {
    await buysOnTikTok(world, told, wish);
    await asksOnTikTok(world, told, wish);
    await world.caseWhen(
      told.orderName,
      'the refund',
      ({ settlement, parcel }) => settlement === 'refunded' && parcel === 'not_required',
    );
    await chatSays(world, told, /rembours/i);
    told.refunded = 950;
    told.ends = {
      ...{ decision: 'approved', parcel: 'not_required', settlement: 'refunded' },
      ...{ emails: 0, messages: 2, labels: 0, refunds: 1 },
    };
  },
};
