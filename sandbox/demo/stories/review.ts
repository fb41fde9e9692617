import { labelArrives, mailSays, parcelComesBack, warehouseInspects } from '../chapters';
import { browser } from '../n8n-form';
import { until } from '../patience';
import { placeShopifyOrder, requestInShopify } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';

const SHOP = 'returns@atelier-lune.example';
const PAID = 42_000;

export const review: Story = {
  name: 'review',
  plot: 'Sofía returns a coat above the threshold; a person approves it by the button in a mail',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.sofia, orderName: '#1004' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: 3,
      items: [
        {
          sku: 'MANTEAU-GIVRE-M',
          title: 'Givre Coat',
          variantTitle: 'M',
          category: 'Coats',
          quantity: 1,
          unitPrice: '420.00',
        },
        {
          sku: 'GANTS-CUIR',
          title: 'Leather Gloves',
          variantTitle: '7',
          category: 'Accessories',
          quantity: 1,
          unitPrice: '65.00',
        },
      ],
    });
    await requestInShopify(control, told.orderName, { sku: 'MANTEAU-GIVRE-M', reason: 'UNWANTED' });
    const { rma } = await world.caseWhen(told.orderName, 'the review', ({ decision }) => decision === 'in_review');
    await pressApprove(await approveLink(world.control, rma));
    await labelArrives(world, told);
    await parcelComesBack(world, told);
    await warehouseInspects(world, told, 'opened');
    await world.caseWhen(told.orderName, 'the refund', ({ settlement }) => settlement === 'refunded');
    await mailSays(world, told, /refund/i);
    told.refunded = PAID;
    told.ends = { decision: 'approved', parcel: 'received', settlement: 'refunded', emails: 6, labels: 1, refunds: 1 };
  },
};

/** The first of the two buttons in the mail to the shop. */
async function approveLink(control: Parameters<typeof placeShopifyOrder>[0], rma: string): Promise<string> {
  const mail = await until(`${rma}: the mail to the shop`, async () =>
    (await control.mailsTo(SHOP)).find(({ subject }) => subject.includes(rma)),
  );
  const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, link]) => (link ?? '').replace(/&amp;/g, '&'));
  const link = links.find((candidate) => /approved=true/.test(candidate));
  if (link === undefined) throw new Error('The mail to the shop has no button to approve');
  return link;
}

/** The mail can be quicker than n8n's own note that it waits for an answer: a person would press again. */
async function pressApprove(link: string): Promise<void> {
  await until('n8n takes the approval', async () => {
    const response = await fetch(link, { headers: browser });
    if (response.status === 409) return undefined;
    if (response.ok) return true;
    throw new Error(`Approving answered ${response.status}: ${(await response.text()).slice(0, 200)}`);
  });
}
