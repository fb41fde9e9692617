import { formAccepts, labelArrives, mailSays, parcelComesBack, warehouseInspects } from '../chapters';
import { placeShopifyOrder } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { creditsOf } from '../truth';

/** 75.00 € for the shirt, 4.90 € for its delivery, and 10 % of the shirt for taking credit. */
const CREDITED = 7500 + 490 + 750;

export const shopifyStoreCredit: Story = {
  name: 'shopify-store-credit',
  plot: 'Camille chooses store credit instead of money; after the inspection she has it, with the bonus of the policy',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.camille, orderName: '#1011' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: 5,
      items: [
        {
          sku: 'CHEMISE-BRUME-M',
          title: 'Chemise Brume',
          variantTitle: 'M',
          category: 'Shirts',
          quantity: 1,
          unitPrice: '75.00',
        },
      ],
    });
    const form = world.form('return');
    await form.submit(told.orderName, told.shopper.email);
    const credit = 'Recevoir un avoir au lieu d’un remboursement (+10 %)';
    told.expect('the form offers the bonus', (await form.page()).includes(credit), true);
    await form.submit(['Chemise Brume – M'], "J'ai changé d'avis", [credit], '');
    await formAccepts(form, told, 'fr');
    await labelArrives(world, told);
    await parcelComesBack(world, told);
    told.expect('credit before the inspection', await creditsOf(control, told.shopper), []);
    await warehouseInspects(world, told, 'new');
    await world.caseWhen(told.orderName, 'the credit', ({ settlement }) => settlement === 'credited');
    await mailSays(world, told, /avoir de 87,40\s€/);
    told.expect('the credit in Shopify', await creditsOf(control, told.shopper), [CREDITED]);
    told.ends = { decision: 'approved', parcel: 'received', settlement: 'credited', emails: 5, labels: 1, refunds: 0 };
  },
};
