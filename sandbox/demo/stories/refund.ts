import { comesBackIntoStock, labelArrives, mailSays, parcelComesBack, warehouseInspects } from '../chapters';
import { placeShopifyOrder, requestInShopify } from '../shop-floor';
import { availableOf } from '../truth';
import { shoppers } from '../shoppers';
import type { Story } from '../story';

const SKU = 'ROBE-AURORE-S';

/** 89.90 € less 10 % is 80.91 €, tax included. */
const PAID = 8091;

export const refund: Story = {
  name: 'refund',
  plot: 'Amélie sends back one of two items, too small, through her Shopify account',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.amelie, orderName: '#1001' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: 6,
      discountPercent: '10',
      items: [
        { sku: SKU, title: 'Robe Aurore', variantTitle: 'S', category: 'Dresses', quantity: 1, unitPrice: '89.90' },
        {
          sku: 'FOULARD-LIN',
          title: 'Foulard Lin',
          variantTitle: 'Sable',
          category: 'Accessories',
          quantity: 1,
          unitPrice: '35.00',
        },
      ],
    });
    const stock = await availableOf(control, SKU);
    await requestInShopify(control, told.orderName, { sku: SKU, reason: 'SIZE_TOO_SMALL' });
    await labelArrives(world, told);
    await mailSays(world, told, /étiquette/i);
    await parcelComesBack(world, told);
    await warehouseInspects(world, told, 'new');
    await world.caseWhen(told.orderName, 'the refund', ({ settlement }) => settlement === 'refunded');
    await mailSays(world, told, /rembours/i);
    await comesBackIntoStock(world, SKU, stock);
    told.refunded = PAID;
    told.ends = { decision: 'approved', parcel: 'received', settlement: 'refunded', emails: 5, labels: 1, refunds: 1 };
  },
};
