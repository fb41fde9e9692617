import { labelArrives, mailSays, parcelComesBack, warehouseInspects } from '../chapters';
import { until } from '../patience';
import { payWithStripe } from '../shop-floor';
import { shoppers } from '../shoppers';
import type { Story } from '../story';

/** 58.00 € less the return fee of 3.00 €. */
const REFUNDED = 5500;
const ANSWER_HELD_MS = 60_000;

export const crash: Story = {
  name: 'crash',
  plot: 'n8n is killed after Stripe has refunded Hugo and before we have noted it; started again, it pays nothing twice',
  async play(world, told) {
    const { control } = world;
    Object.assign(told, { shopper: shoppers.hugo, orderName: 'AL-2002' });
    const { paymentIntent } = await payWithStripe(control, {
      orderNumber: told.orderName,
      shopper: told.shopper,
      paidDaysAgo: 5,
      items: [{ sku: 'PLAID-LAINE', name: 'Plaid en laine', unitAmount: 5800, quantity: 1, category: 'Home' }],
    });
    const form = world.form('return');
    await form.submit(told.orderName, told.shopper.email);
    await form.submit(['Plaid en laine'], "J'ai changé d'avis", ['Être remboursé'], '');
    await form.page();
    await labelArrives(world, told);
    await parcelComesBack(world, told);

    const refundsMade = async (): Promise<number> =>
      (await control.journal('stripe', 'refund.made')).filter(({ detail }) => detail['paymentIntent'] === paymentIntent)
        .length;
    await control.post('/control/faults', {
      provider: 'stripe',
      kind: 'slow-answer',
      delayMs: ANSWER_HELD_MS,
      match: { method: 'POST', path: '/v1/refunds$' },
    });
    await warehouseInspects(world, told, 'new');
    await until('Stripe refunds', async () => ((await refundsMade()) > 0 ? true : undefined));
    const { rma } = await world.caseWhen(told.orderName, 'the parcel', ({ parcel }) => parcel === 'received');
    // A mail that n8n has not noted yet when it dies may come twice; this story is of the money.
    await until('the mail says that the parcel is there, and is noted', async () =>
      (await world.eventsOf(rma)).filter((type) => type === 'email.sent').length >= 4 ? true : undefined,
    );
    await world.n8n.kill();
    await control.remove('/control/faults?provider=stripe');
    await world.n8n.restart();

    await world.caseWhen(told.orderName, 'the refund is noted', ({ settlement }) => settlement === 'refunded', 120_000);
    await mailSays(world, told, /rembours/i);
    told.expect('refunds made by Stripe', await refundsMade(), 1);
    told.refunded = REFUNDED;
    told.ends = { decision: 'approved', parcel: 'received', settlement: 'refunded', emails: 5, labels: 1, refunds: 1 };
  },
};
