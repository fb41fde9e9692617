import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../docs/camera/browser';
import { browser as asAPerson } from '../../sandbox/demo/n8n-form';
import { until } from '../../sandbox/demo/patience';
import { shoppers } from '../../sandbox/demo/shoppers';
import { startWorld, type World } from '../../sandbox/demo/world';
import { Merchant } from '../host/support/merchant';

const INSTALL_AND_START_MS = 30 * 60_000;

jest.setTimeout(120_000);

/** As wide as a small phone, and touched instead of clicked. */
const phone: BrowserContextOptions = { viewport: { width: 375, height: 740 }, isMobile: true, hasTouch: true };

describe('people with a browser', () => {
  let world: World;
  let merchant: Merchant;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
    world = await startWorld({ onProgress: () => undefined });
    merchant = new Merchant(world);
  }, INSTALL_AND_START_MS);

  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  // n8n's forms turn robots away, and a browser without a window calls itself one.
  const openPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-GB', userAgent: asAPerson['user-agent'], ...options });
    context.setDefaultTimeout(30_000);
    return context.newPage();
  };

  it('a shopper on a phone asks for a return and reads the decision', async () => {
    await merchant.sellOnStripe('T-1', shoppers.emma);
    const page = await openPage(phone);
    await page.goto(`${world.n8n.url}/form/return`);
    await page.fill('input[type="text"]', 'T-1');
    await page.fill('input[type="email"]', shoppers.emma.email);
    await page.tap('button[type="submit"]');
    await page.waitForURL(/form-waiting/);
    await page.getByText('What would you like to send back?').waitFor();
    const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
    expect(width).toBeLessThanOrEqual(375);

    await page.getByText('Candle', { exact: true }).tap();
    await page.selectOption('select', { label: 'I changed my mind' });
    await page.getByText('Get a refund').tap();
    await page.fill('textarea', 'Still sealed');
    await page.tap('button[type="submit"]');
    await page.getByText('Your return is approved').waitFor();
    expect(await page.textContent('body')).toMatch(/RMA-\d{4}-\d{6}/);
    await page.context().close();
  });

  it.each([
    ['lena', 'Was möchten Sie zurücksenden?', 'Zu klein', 'Erstattung', 'Ihre Rücksendung ist genehmigt'],
    ['ines', '¿Qué desea devolver?', 'Demasiado pequeño', 'Un reembolso', 'Su devolución está aceptada'],
    ['giulia', 'Che cosa desidera restituire?', 'Troppo piccolo', 'Un rimborso', 'Il suo reso è stato accettato'],
  ] as const)('%s is asked, answered and written to in her language', async (name, question, why, wish, approved) => {
    const shopper = shoppers[name];
    const order = `L-${name}`;
    await merchant.sellOnStripe(order, shopper);
    const page = await openPage(phone);
    await page.goto(`${world.n8n.url}/form/return`);
    await page.fill('input[type="text"]', order);
    await page.fill('input[type="email"]', shopper.email);
    await page.tap('button[type="submit"]');
    await page.getByText(question).waitFor();
    const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
    expect(width).toBeLessThanOrEqual(375);
    await page.getByText('Candle', { exact: true }).tap();
    await page.selectOption('select', { label: why });
    await page.getByText(wish).tap();
    await page.tap('button[type="submit"]');
    await page.getByText(approved).waitFor();
    await merchant.labelled(order);
    const subjects = await until('the mail with the label', async () => {
      const mails = await world.control.mailsTo(shopper.email);
      return mails.length >= 2 ? mails.map(({ subject }) => subject) : undefined;
    });
    expect(subjects.join()).toContain(approved);
    await page.context().close();
  });

  it('a shopper who leaves a question out is told so, and nothing is sent', async () => {
    await merchant.sellOnStripe('T-2', shoppers.emma);
    const page = await openPage(phone);
    await page.goto(`${world.n8n.url}/form/return`);
    await page.fill('input[type="text"]', 'T-2');
    await page.fill('input[type="email"]', shoppers.emma.email);
    await page.tap('button[type="submit"]');
    await page.getByText('What would you like to send back?').waitFor();
    await page.tap('button[type="submit"]');
    await page.getByText('This field is required').first().waitFor();
    expect(await world.casesOf('T-2')).toEqual([]);
    await page.context().close();
  });

  it('somebody at the sandbox scans and delivers the parcel by its buttons', async () => {
    const { references } = await merchant.labelled('T-1');
    const page = await openPage();
    await page.goto(world.sandbox.url);
    const parcel = page.getByRole('row').filter({ hasText: references['trackingNumber'] ?? 'no tracking number' });
    await parcel.getByRole('button', { name: 'Scan' }).click();
    await world.caseWhen('T-1', 'the scan', (seen) => seen.parcel === 'in_transit');
    await page.reload();
    await parcel.getByRole('button', { name: 'Deliver', exact: true }).click();
    await world.caseWhen('T-1', 'the delivery', (seen) => seen.parcel === 'delivered');
    await page.context().close();
  });

  it('the warehouse grades the parcel on a phone', async () => {
    const [seen] = await world.casesOf('T-1');
    const page = await openPage(phone);
    await page.goto(`${world.n8n.url}/form/inspect`);
    await page.fill('input[type="text"]', seen?.rma ?? '');
    await page.tap('button[type="submit"]');
    await page.waitForSelector('select');
    await page.selectOption('select', { label: 'new' });
    await page.tap('button[type="submit"]');
    await page.getByText(`${seen?.rma ?? ''} is recorded`).waitFor();
    await world.caseWhen('T-1', 'the refund', ({ settlement }) => settlement === 'refunded');
    await page.context().close();
  });

  it('the mailbox shows a mail as its reader sees it, and opens what is attached', async () => {
    const page = await openPage();
    await page.goto(`${world.sandbox.url}/mailbox`);
    await page.getByText('Your return is approved').first().click();
    const letter = page.frameLocator('iframe[title="Message"]');
    await letter.getByText('RMA-').first().waitFor();
    const link = page.locator('a[href*="/attachments/"]').first();
    const file = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(file.headers()['content-type']).toContain('application/pdf');
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });

  it('the editor shows the newest event to who tests a step, and takes nothing away', async () => {
    const page = await openPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${world.n8n.url}/signin`);
    await page.fill('input[name="emailOrLdapLoginId"], input[type="email"]', world.n8n.owner.email);
    await page.fill('input[type="password"]', world.n8n.owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/home|workflow/);
    await page.goto(`${world.n8n.url}/workflow/returns03decide`);
    await page.locator('.vue-flow__node', { hasText: 'When a case is opened' }).first().dblclick();
    await page.getByText('Case: Opened').first().waitFor();
    await page.locator('[data-test-id="node-execute-button"]').first().click();
    await page.getByText('1 item').first().waitFor();

    await merchant.sellOnStripe('T-3', shoppers.emma);
    await merchant.askByForm('T-3', shoppers.emma);
    await world.caseWhen('T-3', 'the decision', ({ decision }) => decision === 'approved');
    await page.context().close();
  });
});
