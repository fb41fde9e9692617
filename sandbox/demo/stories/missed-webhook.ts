import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { asksOnTikTok, buysOnTikTok, chatSays, tiktokSays, type Wish } from '../tiktok-chapters';

const wish: Wish = {
  shopper: shoppers.nathan,
  item: { sku: 'TT-BONNET-MER', title: 'Bonnet Mer', variantTitle: 'Marine', unitPrice: '29.00' },
  reason: 'ecom_order_delivered_refund_and_return_reason_no_longer_needed_new',
};

export const missedWebhook: Story = {
  name: 'missed-webhook',
  plot: 'Every webhook about Nathan’s return is lost; asking TikTok Shop what has changed finds it, and it is decided all the same',
  async play(world, told) {
    const { control } = world;
    await control.post('/control/faults', { provider: 'tiktok-shop', kind: 'drop' });
    try {
      await buysOnTikTok(world, told, wish);
      const before = (await deliveries(control)).length;
      await asksOnTikTok(world, told, wish);
      await world.caseWhen(told.orderName, 'the decision', ({ decision }) => decision === 'approved');
      await tiktokSays(world, told, 'AWAITING_BUYER_SHIP');
      await chatSays(world, told, /demande de retour/i);
      const lost = (await deliveries(control)).slice(before);
      told.expect('webhooks that came through', lost.filter(({ state }) => state !== 'dropped').length, 0);
      told.expect('webhooks were sent', lost.length > 0, true);
    } finally {
      await control.remove('/control/faults?provider=tiktok-shop');
    }
    told.ends = {
      ...{ decision: 'approved', parcel: 'none', settlement: 'none' },
      ...{ emails: 0, messages: 1, labels: 0, refunds: 0 },
    };
  },
};

const deliveries = (control: Parameters<Story['play']>[0]['control']): Promise<{ state: string }[]> =>
  control.get('/control/webhooks?provider=tiktok-shop');
