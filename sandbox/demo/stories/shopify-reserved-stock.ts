import { formAccepts, labelArrives } from '../chapters';
import { until } from '../patience';
import { placeShopifyOrder } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { availableOf } from '../truth';
import type { World } from '../world';

const HELD = 'PULL-MERINOS-L';

/** Every move of the goods in stock, with its reason. */
const movesOf = async ({ control }: World): Promise<unknown[]> =>
  (await control.journal('shopify', 'stock.adjusted'))
    .filter(({ detail }) => detail['sku'] === HELD && detail['quantity'] === 'available')
    .map(({ detail }) => [detail['reason'], detail['delta']]);

export const shopifyReservedStock: Story = {
  name: 'shopify-reserved-stock',
  plot: 'Élise exchanges a jumper and sends nothing back; the new one is held for her, and for sale again when her time is over',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.elise, orderName: '#1013' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: 5,
      items: [
        {
          sku: 'PULL-MERINOS-M',
          title: 'Pull Mérinos',
          variantTitle: 'M',
          category: 'Knitwear',
          quantity: 1,
          unitPrice: '95.00',
          siblings: ['M', 'L'],
        },
      ],
    });
    const before = await availableOf(control, HELD);
    const form = world.form('return');
    await form.submit(told.orderName, told.shopper.email);
    await form.submit(['Pull Mérinos – M'], 'Trop petit', ['Échanger contre une autre taille ou un autre modèle'], '');
    await form.submit('L');
    await formAccepts(form, told, 'fr');

    const held = ['reservation_created', -1];
    await until(`${told.orderName}: the jumper is held`, async () =>
      (await movesOf(world)).length > 0 ? true : undefined,
    );
    told.expect('the first move', (await movesOf(world))[0], held);
    await labelArrives(world, told);
    await world.caseWhen(
      told.orderName,
      'nothing is held any more',
      ({ references }) => references['exchangeStock'] === 'given_back',
    );
    told.expect('every move', await movesOf(world), [held, ['reservation_deleted', 1]]);
    told.expect('for sale again', await availableOf(control, HELD), before);
    told.ends = {
      ...{ decision: 'approved', parcel: 'label_ready', settlement: 'none' },
      ...{ emails: 2, labels: 1, refunds: 0 },
    };
  },
};
