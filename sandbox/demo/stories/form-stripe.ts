import { formAccepts, labelArrives, mailSays, parcelComesBack, warehouseInspects } from '../chapters';
import { payWithStripe } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';

/** 45.00 € less the return fee of 3.00 €. */
const REFUNDED = 4200;

export const formStripe: Story = {
  name: 'form-stripe',
  plot: 'Emma bought without Shopify; she asks by form, pays the 3 € fee, and gets the rest back on her card',
  async play(world, told) {
    Object.assign(told, { shopper: shoppers.emma, orderName: 'AL-2001' });
    await payWithStripe(world.control, {
      orderNumber: told.orderName,
      shopper: told.shopper,
      paidDaysAgo: 8,
      items: [
        { sku: 'BOUGIE-FIGUIER', name: 'Fig Candle', unitAmount: 4500, quantity: 1, category: 'Home' },
        { sku: 'SAVON-OLIVE', name: 'Olive Soap', unitAmount: 900, quantity: 2, category: 'Home' },
      ],
    });
    const form = world.form('return');
    await form.submit(told.orderName, told.shopper.email);
    await form.submit(['Fig Candle'], 'I changed my mind', ['Get a refund'], 'Still sealed');
    await formAccepts(form, told, 'en');
    await labelArrives(world, told);
    await parcelComesBack(world, told);
    await warehouseInspects(world, told, 'new');
    await world.caseWhen(told.orderName, 'the refund', ({ settlement }) => settlement === 'refunded');
    await mailSays(world, told, /€42\.00/);
    told.refunded = REFUNDED;
    told.ends = { decision: 'approved', parcel: 'received', settlement: 'refunded', emails: 5, labels: 1, refunds: 1 };
  },
};
