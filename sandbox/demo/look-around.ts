import { placeShopifyOrder } from './shop-floor';
import { shoppers } from './shoppers';
import type { StoryResult } from './story';
import type { World } from './world';

export const ORDER_TO_TRY = { name: '#1020', email: shoppers.grace.email } as const;

/** An order that no story has touched, for whoever wants to send something back. */
export async function placeOrderToTry({ control }: Pick<World, 'control'>): Promise<void> {
  await placeShopifyOrder(control, {
    name: ORDER_TO_TRY.name,
    shopper: shoppers.grace,
    deliveredDaysAgo: 3,
    items: [
      {
        sku: 'CHEMISE-LIN-M',
        title: 'Linen Shirt',
        variantTitle: 'M',
        category: 'Shirts',
        quantity: 1,
        unitPrice: '79.00',
        siblings: ['S', 'M', 'L'],
      },
      {
        sku: 'CEINTURE-CUIR',
        title: 'Leather Belt',
        variantTitle: '90',
        category: 'Accessories',
        quantity: 1,
        unitPrice: '45.00',
      },
    ],
  });
}

/** What stands open, and what can be done there. */
export function guideTo(world: World, results: readonly StoryResult[]): string {
  const { url, owner } = world.n8n;
  const sandbox = world.sandbox.url;
  const shown = results.find(({ rma }) => rma !== null);
  return `
Look around:
  n8n editor       ${url}   log in as ${owner.email} with ${owner.password}
  mailbox          ${sandbox}/mailbox
  sandbox          ${sandbox}/   scan parcels, fail payments, turn the clock
${shown === undefined ? '' : `  a timeline       ${world.timelineUrl(shown.rma ?? '')}   the story ${shown.name}; any other number works too\n`}
Send something back yourself:
  1. return form     ${url}/form/return   order ${ORDER_TO_TRY.name}, e-mail ${ORDER_TO_TRY.email}
                     a shirt that can be exchanged or paid back, and a belt; delivered three days ago
  2. mailbox         the mails to ${shoppers.grace.firstName}, with label and slip
  3. sandbox         scan the parcel: in transit, delivered
  4. warehouse form  ${url}/form/inspect   the number of the return (RMA-…); then she is paid back

Ctrl+C ends it all.`;
}
