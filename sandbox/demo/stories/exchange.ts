import { formAccepts, labelArrives, mailSays, trackingNumberOf } from '../chapters';
import { placeShopifyOrder, scan } from '../shop-floor';
import { exchangesOf } from '../truth';
import { shoppers } from '../shoppers';
import type { Story } from '../story';

export const exchange: Story = {
  name: 'exchange',
  plot: 'Nora asks by form for the same dress in another size; it leaves after the first scan of her parcel',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.nora, orderName: '#1002' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: 4,
      items: [
        {
          sku: 'ROBE-NUIT-S',
          title: 'Robe Nuit',
          variantTitle: 'S',
          category: 'Dresses',
          quantity: 1,
          unitPrice: '89.90',
          siblings: ['S', 'M', 'L'],
        },
      ],
    });
    const form = world.form('return');
    await form.submit(told.orderName, told.shopper.email);
    await form.submit(['Robe Nuit – S'], 'Trop petit', ['Échanger contre une autre taille ou un autre modèle'], '');
    await form.submit('M');
    await formAccepts(form, told, 'fr');

    const seen = await labelArrives(world, told);
    told.expect('exchanges before the first scan', await exchangesOf(control, told.orderName), []);
    await scan(control, trackingNumberOf(seen), 'in_transit');
    await world.caseWhen(told.orderName, 'the exchange', ({ settlement }) => settlement === 'exchanged');
    await mailSays(world, told, /échange/i);
    told.expect('exchanges after the first scan', await exchangesOf(control, told.orderName), ['M']);
    told.ends = {
      decision: 'approved',
      parcel: 'in_transit',
      settlement: 'exchanged',
      emails: 4,
      labels: 1,
      refunds: 0,
    };
  },
};
