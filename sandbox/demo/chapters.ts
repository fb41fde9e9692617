import { until } from './patience';
import { scan } from './shop-floor';
import type { Told } from './story';
import { availableOf } from './truth';
import type { SeenCase, World } from './world';

/** The parts that several stories share. */

export const trackingNumberOf = ({ references }: SeenCase): string => references['trackingNumber'] ?? '';

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
