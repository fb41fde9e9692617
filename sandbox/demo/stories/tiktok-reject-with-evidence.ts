import { warehouseInspects } from '../chapters';
import { photo } from '../photo';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { asksOnTikTok, buysOnTikTok, comesBackByTikTok, tiktokSays, type Wish } from '../tiktok-chapters';

const SHOP = 'returns@atelier-lune.example';

const wish: Wish = {
  shopper: shoppers.theo,
  item: { sku: 'TT-CHEMISE-CRAIE-M', title: 'Chemise Craie', variantTitle: 'M', unitPrice: '75.00' },
  reason: 'ecom_order_delivered_refund_and_return_reason_no_longer_needed_new',
};

export const tiktokRejectWithEvidence: Story = {
  name: 'tiktok-reject-with-evidence',
  plot: 'Théo’s shirt comes back torn; the parcel is refused on TikTok Shop with the photo of the warehouse, and nothing is paid',
  async play(world, told) {
    const { control } = world;
    await buysOnTikTok(world, told, wish);
    const returnId = await asksOnTikTok(world, told, wish);
    await comesBackByTikTok(world, told, returnId);
    const { rma } = await world.caseWhen(told.orderName, 'the case', () => true);
    await warehouseInspects(world, told, 'damaged', 'in_transit', photo('torn-seam.png'));
    await tiktokSays(world, told, 'REJECT_RECEIVE_PACKAGE');
    const refusals = (await control.journal('tiktok-shop', 'return.rejected')).filter(
      ({ detail }) => detail['orderId'] === told.orderName,
    );
    told.expect(
      'refusals on TikTok Shop',
      refusals.map(({ detail: { decision, reason, images } }) => ({ decision, reason, images })),
      [{ decision: 'REJECT_RECEIVED_PACKAGE', reason: 'reverse_reject_return_parcel_reason_5', images: 1 }],
    );
    const asked = (await control.mailsTo(SHOP)).filter(({ subject }) => subject.includes(rma));
    told.expect('mails that ask whether to pay', asked.length, 0);
    told.ends = {
      ...{ decision: 'approved', parcel: 'received', settlement: 'none' },
      ...{ emails: 0, messages: 2, labels: 0, refunds: 0 },
    };
  },
};
