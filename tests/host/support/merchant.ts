import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { CredentialFile } from '../../../sandbox/host';
import { demoCredentials } from '../../../sandbox/demo/credentials';
import { textOf } from '../../../sandbox/demo/n8n-form';
import { until } from '../../../sandbox/demo/patience';
import { payWithStripe, placeShopifyOrder, scan } from '../../../sandbox/demo/shop-floor';
import type { Shopper } from '../../../sandbox/demo/story';
import type { SeenCase, World } from '../../../sandbox/demo/world';

export const SHOP_MAILBOX = 'returns@atelier-lune.example';

/** What a merchant and an agency do at their n8n. */
export class Merchant {
  constructor(readonly world: World) {}

  credential(id: string): CredentialFile {
    const found = demoCredentials(this.world.sandbox).find((credential) => credential.id === id);
    if (found === undefined) throw new Error(`The demo has no credential ${id}`);
    return found;
  }

  /** Saves a credential with something else in it, as the editor does; without a change, as it should be. */
  async saveCredential(id: string, change: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { name, type, data } = this.credential(id);
    await this.world.n8n.session.read('PATCH', `/rest/credentials/${id}`, { name, type, data: { ...data, ...change } });
  }

  /** Presses "Test" in the credential's window. */
  async testCredential(
    id: string,
    change: Readonly<Record<string, unknown>> = {},
  ): Promise<{ status: string; message: string }> {
    const credential = this.credential(id);
    const data = { ...credential.data, ...change };
    const answer = await this.world.n8n.session.read('POST', '/rest/credentials/test', {
      credentials: { ...credential, data },
    });
    return z.object({ status: z.string(), message: z.string() }).parse(answer);
  }

  /** One candle for 80 €, paid on Stripe five days ago. */
  async sellOnStripe(orderNumber: string, shopper: Shopper, change: object = {}): Promise<void> {
    await payWithStripe(this.world.control, {
      orderNumber,
      shopper,
      paidDaysAgo: 5,
      items: [{ sku: 'BOUGIE', name: 'Candle', unitAmount: 8000, quantity: 1, category: 'Home' }],
      ...change,
    });
  }

  async sellInShopify(name: string, shopper: Shopper): Promise<void> {
    const item = { variantTitle: '7', category: 'Accessories', quantity: 1 };
    await placeShopifyOrder(this.world.control, {
      name,
      shopper,
      deliveredDaysAgo: 3,
      items: [
        { ...item, sku: `GANTS-${name}`, title: 'Gloves', unitPrice: '65.00' },
        { ...item, sku: `BONNET-${name}`, title: 'Hat', unitPrice: '20.00' },
      ],
    });
  }

  /** Fills in the return form for one item; answers the closing page. */
  async askByForm(orderNumber: string, shopper: Shopper, item = 'Candle'): Promise<string> {
    const form = this.world.form('return');
    const [why, wish] = shopper.locale.startsWith('fr')
      ? ["J'ai changé d'avis", 'Être remboursé']
      : ['I changed my mind', 'Get a refund'];
    await form.submit(orderNumber, shopper.email);
    await form.submit([item], why, [wish], '');
    return form.page();
  }

  /** The first answer of the form to an order number and an e-mail. */
  async knock(orderNumber: string, email: string): Promise<string> {
    const form = this.world.form('return');
    await form.submit(orderNumber, email);
    return textOf(await form.page());
  }

  labelled(orderName: string, patienceMs?: number): Promise<SeenCase> {
    return this.world.caseWhen(orderName, 'the label', ({ references }) => 'trackingNumber' in references, patienceMs);
  }

  /** The carrier brings the parcel back. */
  async bringBack(orderName: string, patienceMs?: number): Promise<SeenCase> {
    const { references } = await this.labelled(orderName, patienceMs);
    await scan(this.world.control, references['trackingNumber'] ?? '', 'in_transit');
    await this.world.caseWhen(orderName, 'the first scan', ({ parcel }) => parcel === 'in_transit');
    await scan(this.world.control, references['trackingNumber'] ?? '', 'delivered');
    return this.world.caseWhen(orderName, 'the delivery', ({ parcel }) => parcel === 'delivered');
  }

  /** Grades every line; answers the closing page. */
  async inspect(rma: string, grade = 'new'): Promise<string> {
    const form = this.world.form('inspect');
    await form.submit(rma);
    await form.submit(grade);
    return textOf(await form.page());
  }

  async alertsAbout(rma: string): Promise<string[]> {
    const mails = await this.world.control.mailsTo(SHOP_MAILBOX);
    return mails.filter(({ subject }) => subject.includes(rma)).map(({ subject, text }) => `${subject}\n${text}`);
  }

  alertAbout(rma: string): Promise<string> {
    return until(`an alert about ${rma}`, async () => (await this.alertsAbout(rma))[0]);
  }

  /** Long enough for what should not happen to happen. */
  async quietMoment(): Promise<void> {
    await sleep(2_500);
  }
}
