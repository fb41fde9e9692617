import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ControlRoom, type DemoMail } from '../../sandbox/demo/control-room';
import { browser as browserHeaders } from '../../sandbox/demo/n8n-form';
import { placeShopifyOrder } from '../../sandbox/demo/shop-floor';
import { shoppers } from '../../sandbox/demo/shoppers';
import type { Shopper } from '../../sandbox/demo/story';
import type { Places } from './places';
import { savePicture } from './save-picture';

/** What a shopper, a warehouse and a shop see of two returns that were played before, one French and one English. */
export async function pictureDemo(browser: Browser, places: Places): Promise<void> {
  const control = new ControlRoom(places.sandbox.url);
  // n8n's forms turn robots away, and a browser without a window calls itself one.
  const page = await browser.newPage({ locale: 'en-GB', userAgent: browserHeaders['user-agent'] });
  await pictureForm(page, places, control, { language: 'en', orderName: '#1011', shopper: shoppers.sofia });
  await pictureForm(page, places, control, { language: 'fr', orderName: '#1012', shopper: shoppers.nora });
  for (const [language, shopper] of [
    ['en', shoppers.emma],
    ['fr', shoppers.amelie],
  ] as const) {
    const mail = await mailWithSlip(control, shopper);
    await pictureMail(page, places, mail, language);
    await pictureSlip(places, mail, language);
  }
  await pictureRooms(page, places, control);
  await page.close();
}

interface AskedForm {
  readonly language: string;
  readonly orderName: string;
  readonly shopper: Shopper;
}

/** The second page of the return form: the items of a fresh order, drawn from the shop. */
async function pictureForm(
  page: Page,
  { n8n }: Places,
  control: ControlRoom,
  { language, orderName, shopper }: AskedForm,
): Promise<void> {
  await placeShopifyOrder(control, {
    name: orderName,
    shopper,
    deliveredDaysAgo: 5,
    items: [
      {
        sku: 'ROBE-AUBE-M',
        title: 'Robe Aube',
        variantTitle: 'M',
        category: 'Dresses',
        quantity: 1,
        unitPrice: '89.90',
      },
      {
        sku: 'FOULARD-SOIE',
        title: 'Foulard Soie',
        variantTitle: 'Ciel',
        category: 'Accessories',
        quantity: 1,
        unitPrice: '45.00',
      },
    ],
  });
  await page.setViewportSize({ width: 720, height: 640 });
  await page.goto(`${n8n.url}/form/return`);
  await page.fill('input[type="text"]', orderName);
  await page.fill('input[type="email"]', shopper.email);
  await page.click('button[type="submit"]');
  await page.waitForURL(/form-waiting/);
  await page.waitForSelector('select');
  await page.check('.multiselect:not([data-radio-select]) input >> nth=0');
  await page.selectOption('select', { index: 1 });
  await page.check('[data-radio-select] input >> nth=0');
  await savePicture(`return-form-${language}`, await page.screenshot({ fullPage: true }));
}

async function mailWithSlip(control: ControlRoom, { email }: Shopper): Promise<DemoMail> {
  const mail = (await control.mailsTo(email)).find(({ attachments }) => attachments.length > 0);
  if (mail === undefined) throw new Error(`${email} has no mail with label and slip`);
  return mail;
}

async function pictureMail(page: Page, { sandbox }: Places, { id }: DemoMail, language: string): Promise<void> {
  await page.setViewportSize({ width: 680, height: 700 });
  await page.goto(`${sandbox.url}/mailbox/${id}/html`);
  await savePicture(`mail-approved-${language}`, await page.screenshot({ fullPage: true }));
}

/** The attached PDF: the carrier's label, then the slip. */
async function pictureSlip({ sandbox }: Places, { id }: DemoMail, language: string): Promise<void> {
  const response = await fetch(`${sandbox.url}/mailbox/${id}/attachments/0`);
  const folder = mkdtempSync(join(tmpdir(), 'returns-pictures-'));
  try {
    const file = join(folder, 'slip.pdf');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    for (const [number, name] of [
      [1, 'label'],
      [2, 'slip'],
    ] as const) {
      const out = join(folder, `${name}.png`);
      execFileSync(process.execPath, [join(__dirname, 'draw-pdf.mjs'), file, String(number), out]);
      await savePicture(`${name}-${language}`, readFileSync(out));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pictureRooms(page: Page, places: Places, control: ControlRoom): Promise<void> {
  await page.setViewportSize({ width: 1200, height: 1100 });
  const { sandbox } = places;
  await page.goto(sandbox.url);
  await page.waitForSelector('table');
  await savePicture('sandbox', await page.screenshot());
  await page.setViewportSize({ width: 1200, height: 700 });
  await page.goto(`${sandbox.url}/mailbox`);
  await savePicture('mailbox', await page.screenshot());
  const { subject } = await mailWithSlip(control, shoppers.emma);
  const [rma] = /RMA-\d{4}-\d{6}/.exec(subject) ?? [''];
  await page.setViewportSize({ width: 860, height: 700 });
  await page.goto(places.timelineUrl(rma));
  await savePicture('timeline', await page.screenshot({ fullPage: true }));
}
