import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { moveTikTokReturn, scan } from '../../sandbox/demo/shop-floor';
import type { World } from '../../sandbox/demo/world';
import { expectedOf } from './expected';
import { nameOf, type PlannedReturn } from './plan';
import { rmaOf, type PostOffice } from './post-office';
import { again, askForReturn, PEOPLES_PACE } from './shopper';

const shipmentsSchema = z.object({
  shipments: z.array(
    z.object({
      tracking_code: z.string().nullable(),
      to_address: z.object({ name: z.string().nullable() }),
      from_address: z.object({ name: z.string().nullable() }),
    }),
  ),
});

const refundSchema = z.object({ paymentIntent: z.string() });
const paymentsSchema = z.object({
  payments: z.array(
    z.object({
      session: z.object({ client_reference_id: z.string().nullable(), payment_intent: z.string().nullable() }),
    }),
  ),
});

const tiktokSchema = z.object({
  orders: z.array(z.object({ id: z.string(), userId: z.string() })),
  returns: z.array(z.object({ id: z.string(), orderId: z.string(), status: z.string() })),
  conversations: z.array(z.object({ buyerUserId: z.string(), messages: z.array(z.object({ content: z.string() })) })),
  stock: z.array(z.object({ sku: z.string(), stock: z.record(z.string(), z.number()) })),
});

/** Every label bought for somebody, by the name on the parcel. */
export function trackingCodesOf(world: World, name: string): string[] {
  return shipmentsSchema
    .parse(stateOf(world, 'easypost'))
    .shipments.filter(({ to_address: to, from_address: from }) => [to.name, from.name].includes(name))
    .flatMap(({ tracking_code: code }) => (code === null ? [] : [code]));
}

/** The payment of an order that was paid with Stripe. */
export function paymentOf(world: World, orderName: string): string | undefined {
  const { payments } = paymentsSchema.parse(stateOf(world, 'stripe'));
  const paid = payments.find(({ session }) => session.client_reference_id === orderName);
  return paid?.session.payment_intent ?? undefined;
}

const stateOf = (world: World, provider: string): unknown =>
  world.sandbox.simulators.find(({ name }) => name === provider)?.state();

/**
 * What people do for one return: the shopper asks, and posts the parcel once the label is there; the carrier scans it;
 * the warehouse opens it; the bank pays. They know nothing of n8n being down, but for forms that do not answer.
 */
export async function playReturn(
  world: World,
  office: PostOffice,
  planned: PlannedReturn,
  signal: AbortSignal,
): Promise<void> {
  const { shopper } = planned;
  await sleep(planned.asksAfterMs, undefined, { signal });
  await askForReturn(world, planned, signal);
  if (planned.kind === 'tiktok_refund') {
    await playOnTikTok(world, planned, signal);
    return;
  }
  if (planned.kind === 'too_late') {
    await office.letter(shopper.email, 'rejected', signal);
    return;
  }
  const mail = await office.letter(shopper.email, 'approved_with_label', signal);
  await carry(world, planned, signal);
  await open(world, rmaOf(mail) ?? '', planned, signal);
  if (planned.kind === 'slow_refund') await payOut(world, planned, signal);
  await office.letter(shopper.email, planned.kind === 'exchange' ? 'exchanged' : 'refunded', signal);
}

async function carry(world: World, planned: PlannedReturn, signal: AbortSignal): Promise<void> {
  const [code = ''] = trackingCodesOf(world, nameOf(planned));
  for (const [index, status] of planned.scans.entries()) {
    await sleep(planned.scanAfterMs[index], undefined, { signal });
    await scan(world.control, code, status);
  }
}

/** The warehouse grades what is in the parcel, whatever the carrier has told n8n so far. */
async function open(
  world: World,
  rma: string,
  { opensAfterMs, grade }: PlannedReturn,
  signal: AbortSignal,
): Promise<void> {
  await sleep(opensAfterMs, undefined, { signal });
  await again(signal, async () => {
    const form = world.form('inspect', PEOPLES_PACE);
    await form.submit(rma);
    const page = await form.page();
    if (page.includes('needs no inspection')) return true;
    if (page.includes('No case has this number')) return false;
    await form.submit(grade);
    return (await form.page()).includes('is recorded');
  });
}

/** On TikTok Shop the shopper hears of everything in the app, and knows the RMA number from the chat. */
async function playOnTikTok(world: World, planned: PlannedReturn, signal: AbortSignal): Promise<void> {
  const { orderName, scanAfterMs } = planned;
  const look = () => onTikTok(world, orderName);
  await again(signal, () => Promise.resolve(look().status === 'AWAITING_BUYER_SHIP'));
  await again(signal, () => Promise.resolve(rmaIn(look().messages) !== undefined));
  for (const [index, verb] of (['ship', 'deliver'] as const).entries()) {
    await sleep(scanAfterMs[index], undefined, { signal });
    await moveTikTokReturn(world.control, look().returnId ?? '', verb);
  }
  await open(world, rmaIn(look().messages) ?? '', planned, signal);
  await again(signal, () => Promise.resolve(look().messages.length >= expectedOf(planned).messages));
}

const rmaIn = (messages: readonly string[]): string | undefined =>
  messages.map((text) => rmaOf({ subject: text })).find((rma) => rma !== undefined);

/** How TikTok Shop has it: the return, what the shop has written to its buyer, and what is on sale. */
export function onTikTok(
  world: World,
  orderName: string,
): { returnId?: string; status?: string; messages: string[]; stock: Record<string, number> } {
  const { orders, returns, conversations, stock } = tiktokSchema.parse(stateOf(world, 'tiktok-shop'));
  const buyer = orders.find(({ id }) => id === orderName)?.userId;
  const found = returns.find(({ orderId }) => orderId === orderName);
  return {
    ...(found && { returnId: found.id, status: found.status }),
    messages: conversations
      .filter(({ buyerUserId }) => buyerUserId === buyer)
      .flatMap(({ messages }) => messages.map(({ content }) => content)),
    stock: Object.fromEntries(
      stock.map(({ sku, stock: places }) => [sku, Object.values(places).reduce((sum, units) => sum + units, 0)]),
    ),
  };
}

/** The bank pays out what Stripe has left pending, some seconds later. */
async function payOut(world: World, { orderName, opensAfterMs }: PlannedReturn, signal: AbortSignal): Promise<void> {
  const payment = paymentOf(world, orderName);
  const refund = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const made = world.sandbox.context.journal
        .entries({ provider: 'stripe', effect: 'refund.made' })
        .find(({ detail }) => refundSchema.parse(detail).paymentIntent === payment);
      if (made !== undefined) resolve(made.reference);
    };
    const stop = world.sandbox.context.journal.onEffect(({ effect }) => {
      if (effect === 'refund.made') look();
    });
    signal.addEventListener('abort', () => {
      stop();
      reject(new Error(`${orderName} was never paid back`));
    });
    look();
  });
  await sleep(opensAfterMs, undefined, { signal });
  await world.control.post(`/control/stripe/refunds/${refund}/succeed`);
}
