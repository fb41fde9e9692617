import { formAccepts, labelArrives, mailSays, trackingNumberOf } from '../chapters';
import { until } from '../patience';
import { placeShopifyOrder, scan } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';
import { exchangesOf, exchangeStatusesOf } from '../truth';

export const shopifyExchangeOwed: Story = {
  name: 'shopify-exchange-owed',
  plot: 'Aoife exchanges a throw for the larger one, which costs 20 € more; it is let go once she has paid them',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.aoife, orderName: '#1012' });
    await placeShopifyOrder(control, {
      name: told.orderName,
      shopper: told.shopper,
      deliveredDaysAgo: 3,
      items: [
        {
          sku: 'PLAID-LAINE-M',
          title: 'Wool Throw',
          variantTitle: 'M',
          category: 'Home',
          quantity: 1,
          unitPrice: '69.00',
          siblings: ['M', 'XL'],
          siblingPrices: { XL: '89.00' },
        },
      ],
    });
    const form = world.form('return');
    await form.submit(told.orderName, told.shopper.email);
    await form.submit(['Wool Throw – M'], 'Too small', ['Exchange for another size or model'], '');
    await form.submit('XL');
    await formAccepts(form, told, 'en');

    const seen = await labelArrives(world, told);
    await scan(control, trackingNumberOf(seen), 'in_transit');
    await world.caseWhen(told.orderName, 'the exchange', ({ settlement }) => settlement === 'exchanged');
    await mailSays(world, told, /€20\.00 to pay[\s\S]*order_payment/);
    told.expect('what is sent', await exchangesOf(control, told.orderName), ['XL']);
    told.expect('before it is paid', await exchangeStatusesOf(control, told.orderName), ['ON_HOLD']);

    await world.caseWhen(told.orderName, 'what is due', ({ references }) => references['exchangePayment'] === 'due');
    const paid = await control.post<{ amount: string }>('/control/shopify/orders/pay', { orderName: told.orderName });
    told.expect('what she paid', paid.amount, '20.00');
    await mailSays(world, told, /Your exchange is on its way/);
    told.expect('once it is paid', await exchangeStatusesOf(control, told.orderName), ['OPEN']);
    await until(`${told.orderName}: nothing is due any more`, async () =>
      (await world.casesOf(told.orderName)).find(({ references }) => references['exchangePayment'] === 'paid'),
    );
    told.ends = {
      decision: 'approved',
      parcel: 'in_transit',
      settlement: 'exchanged',
      emails: 5,
      labels: 1,
      refunds: 0,
    };
  },
};
