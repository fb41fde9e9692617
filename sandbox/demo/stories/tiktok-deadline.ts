import { until } from '../patience';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { asksOnTikTok, buysOnTikTok, tiktokSays, type Wish } from '../tiktok-chapters';

const SHOP = 'returns@atelier-lune.example';

const wish: Wish = {
  shopper: shoppers.lucas,
  item: { sku: 'TT-MANTEAU-LAINE-L', title: 'Manteau Laine', variantTitle: 'L', unitPrice: '460.00' },
  reason: 'ecom_order_delivered_refund_and_return_reason_no_longer_needed_new',
};

export const tiktokDeadline: Story = {
  name: 'tiktok-deadline',
  plot: 'Nobody answers for Lucas’s coat; three hours before TikTok Shop decides by itself, a person is called and the default is taken',
  async play(world, told) {
    const { control } = world;
    // Only for orders of this size, so that the other stories keep their two days.
    await control.post('/control/tiktok-shop/clocks', {
      region: 'FR',
      respondAbove: { total: '400', span: { hours: 3 } },
    });
    await buysOnTikTok(world, told, wish);
    await asksOnTikTok(world, told, wish);
    const { rma } = await world.caseWhen(told.orderName, 'the default', ({ decision }) => decision === 'approved');
    await tiktokSays(world, told, 'AWAITING_BUYER_SHIP');
    const approvals = (await control.journal('tiktok-shop', 'return.approved')).filter(
      ({ detail }) => detail['orderId'] === told.orderName,
    );
    told.expect(
      'approvals on TikTok Shop',
      approvals.map(({ detail }) => detail['role']),
      ['SELLER'],
    );
    const calls = async () =>
      (await control.mailsTo(SHOP)).filter(
        ({ subject }) => subject.includes(rma) && subject.startsWith('TikTok Shop decides'),
      );
    await until(`${rma}: the call to a person`, async () => ((await calls()).length > 0 ? true : undefined));
    told.expect('calls to a person', (await calls()).length, 1);
    told.ends = {
      ...{ decision: 'approved', parcel: 'none', settlement: 'none' },
      ...{ emails: 0, messages: 2, labels: 0, refunds: 0 },
    };
  },
};
