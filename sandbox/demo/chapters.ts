import { textOf, type N8nForm } from './n8n-form';
import { until } from './patience';
import { scan } from './shop-floor';
import type { Told } from './story';
import { availableOf } from './truth';
import type { SeenCase, World } from './world';

/** The parts that several stories share. */

export const trackingNumberOf = ({ references }: SeenCase): string => references['trackingNumber'] ?? '';

/** How long template 02 waits for the decision before it says that the answer comes by mail. */
export const FORM_WAITS_MS = 20_000;

/** What the last page of template 02 says of an accepted return, and where deciding takes longer than it waits. */
export const lastPages = {
  en: {
    accepted: ['Your return is approved'],
    later: ['We are looking at your request', 'We will answer you by e-mail as soon as we can.'],
  },
  fr: {
    accepted: ['Votre retour est accepté'],
    later: ['Nous regardons votre demande', 'Nous vous répondons par e-mail au plus vite.'],
  },
} as const;

/**
 * The form shows that the return is accepted, or says that the answer comes by mail. A busy n8n may take longer to
 * decide than the form waits; saying so any sooner would be wrong on the slowest machine.
 */
export async function formAccepts(
  form: Pick<N8nForm, 'answer'>,
  { expect }: Pick<Told, 'expect'>,
  language: keyof typeof lastPages,
): Promise<void> {
  const { html, afterMs } = await form.answer();
  const says = (sentences: readonly string[]): boolean => sentences.every((sentence) => html.includes(sentence));
  const { accepted, later } = lastPages[language];
  const isRight = says(accepted) || (afterMs >= FORM_WAITS_MS && says(later));
  const seen = isRight ? 'accepted, or later by mail' : `after ${Math.round(afterMs / 1000)} s "${textOf(html)}"`;
  expect('what the form shows', seen, 'accepted, or later by mail');
}

/** The shopper has the mail with label and slip. */
export async function labelArrives(world: World, { orderName, shopper, expect }: Told): Promise<SeenCase> {
  const seen = await world.caseWhen(orderName, 'the label', ({ parcel }) => parcel !== 'none');
  const mail = await until(`${orderName}: the mail with label and slip`, async () =>
    (await world.control.mailsTo(shopper.email)).find(({ attachments }) => attachments.length > 0),
  );
  const [file] = mail.attachments;
  expect('the attached file', file?.contentType, 'application/pdf');
  return seen;
}

/** The parcel goes back to the shop, scan by scan. */
export async function parcelComesBack(world: World, { orderName }: Told): Promise<void> {
  const seen = await world.caseWhen(orderName, 'the label', ({ references }) => 'trackingNumber' in references);
  for (const status of ['in_transit', 'out_for_delivery', 'delivered'] as const) {
    await scan(world.control, trackingNumberOf(seen), status);
    await world.caseWhen(orderName, status, ({ parcel }) => parcel === status);
  }
}

/**
 * The warehouse opens the parcel and grades the one item in it.
 * @param arrived where the parcel was last heard of
 */
export async function warehouseInspects(
  world: World,
  { orderName, expect }: Told,
  grade: string,
  arrived = 'delivered',
  ...photos: readonly File[]
): Promise<void> {
  const { rma } = await world.caseWhen(orderName, 'the parcel', ({ parcel }) => parcel === arrived);
  const form = world.form('inspect');
  await form.submit(rma);
  await form.submit(grade, ...photos);
  const closing = await form.page();
  expect('the warehouse reads where the goods go', closing.includes(`${rma} is recorded`), true);
}

/** The mail with this in its subject or text has come. */
export async function mailSays(world: World, { shopper, orderName }: Told, pattern: RegExp): Promise<void> {
  await until(`${orderName}: a mail with ${String(pattern)}`, async () =>
    (await world.control.mailsTo(shopper.email)).find(({ subject, text }) => pattern.test(`${subject}\n${text}`)),
  );
}

/** The warehouse's unit is for sale again: one more than there were before. */
export async function comesBackIntoStock({ control }: World, sku: string, before: number): Promise<void> {
  await until(`One more ${sku} in Shopify's stock`, async () =>
    (await availableOf(control, sku)) === before + 1 ? true : undefined,
  );
}
