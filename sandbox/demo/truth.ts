import { z } from 'zod/v4';
import type { ControlRoom } from './control-room';
import { fullName, type Shopper } from './story';

/** What the sandbox's providers hold; only what the demo asks for. */
const stateSchema = z.object({
  providers: z.object({
    shopify: z.object({
      orders: z.array(
        z.object({
          name: z.string(),
          email: z.string().nullable(),
          lines: z.array(z.object({ id: z.string(), variantTitle: z.string().nullable(), isExchange: z.boolean() })),
          fulfillmentOrders: z.array(z.object({ status: z.string(), isExchange: z.boolean() })),
          refunds: z.array(z.object({ amount: z.string() })),
          returns: z.array(z.object({ status: z.string() })),
          tags: z.array(z.string()),
          note: z.string().nullable(),
        }),
      ),
      inventory: z.array(z.object({ sku: z.string(), levels: z.array(z.object({ available: z.number() })) })),
    }),
    easypost: z.object({
      shipments: z.array(
        z.object({
          tracking_code: z.string().nullable(),
          to_address: z.object({ name: z.string().nullable() }),
          from_address: z.object({ name: z.string().nullable() }),
        }),
      ),
    }),
    'tiktok-shop': z.object({
      orders: z.array(z.object({ id: z.string(), userId: z.string() })),
      returns: z.array(z.object({ id: z.string(), orderId: z.string(), status: z.string(), refunded: z.number() })),
      conversations: z.array(
        z.object({ buyerUserId: z.string(), messages: z.array(z.object({ role: z.string(), content: z.string() })) }),
      ),
    }),
    stripe: z.object({
      payments: z.array(
        z.object({
          session: z.object({ client_reference_id: z.string().nullable() }),
          refunds: z.array(z.object({ amount: z.number(), status: z.string() })),
        }),
      ),
    }),
  }),
});

type State = z.infer<typeof stateSchema>['providers'];

const stateOf = async (control: ControlRoom): Promise<State> =>
  stateSchema.parse(await control.get('/control/state')).providers;

const shopifyOrder = ({ shopify }: State, orderName: string): State['shopify']['orders'][number] | undefined =>
  shopify.orders.find(({ name }) => name === orderName);

/** Sellable units of a variant, over all locations. */
export async function availableOf(control: ControlRoom, sku: string): Promise<number> {
  const { shopify } = await stateOf(control);
  const levels = shopify.inventory.find((entry) => entry.sku === sku)?.levels ?? [];
  return levels.reduce((sum, { available }) => sum + available, 0);
}

/** The variants that have been released to be sent in exchange. */
export async function exchangesOf(control: ControlRoom, orderName: string): Promise<string[]> {
  const order = shopifyOrder(await stateOf(control), orderName);
  if (order?.fulfillmentOrders.some(({ isExchange }) => isExchange) !== true) return [];
  return order.lines.filter(({ isExchange }) => isExchange).map(({ variantTitle }) => variantTitle ?? '');
}

/** How the orders that send goods in exchange stand, e.g. `ON_HOLD` until what they cost more is paid. */
export async function exchangeStatusesOf(control: ControlRoom, orderName: string): Promise<string[]> {
  const sent = shopifyOrder(await stateOf(control), orderName)?.fulfillmentOrders ?? [];
  return sent.filter(({ isExchange }) => isExchange).map(({ status }) => status);
}

const creditSchema = z.object({ customerEmail: z.string().nullable(), minor: z.number() });

/** Minor units of each store credit that a customer of Shopify was really given. */
export async function creditsOf(control: ControlRoom, { email }: Shopper): Promise<number[]> {
  const given = await control.journal('shopify', 'store-credit.credited');
  return given
    .map(({ detail }) => creditSchema.parse(detail))
    .filter(({ customerEmail }) => customerEmail === email)
    .map(({ minor }) => minor);
}

export async function returnStatusesOf(control: ControlRoom, orderName: string): Promise<string[]> {
  return (shopifyOrder(await stateOf(control), orderName)?.returns ?? []).map(({ status }) => status);
}

/** What staff sees of an order in Shopify, and what was paid back there. */
export async function marksOf(
  control: ControlRoom,
  orderName: string,
): Promise<{ tags: readonly string[]; note: string; refunds: number }> {
  const order = shopifyOrder(await stateOf(control), orderName);
  return { tags: order?.tags ?? [], note: order?.note ?? '', refunds: order?.refunds.length ?? 0 };
}

/** What the shop has written to the buyer of an order in the chat of TikTok Shop. */
function chatOf({ 'tiktok-shop': { orders, conversations } }: State, orderId: string): string[] {
  const buyer = orders.find(({ id }) => id === orderId)?.userId;
  const said = conversations.filter(({ buyerUserId }) => buyerUserId === buyer).flatMap(({ messages }) => messages);
  return said.filter(({ role }) => role === 'SHOP').map(({ content }) => content);
}

export async function messagesOf(control: ControlRoom, orderId: string): Promise<string[]> {
  return chatOf(await stateOf(control), orderId);
}

/** How the return of an order stands on TikTok Shop; undefined while there is none. */
export async function tiktokStatusOf(control: ControlRoom, orderId: string): Promise<string | undefined> {
  return (await stateOf(control))['tiktok-shop'].returns.find((entry) => entry.orderId === orderId)?.status;
}

export interface Truth {
  readonly emails: number;
  /** In the chat of TikTok Shop. */
  readonly messages: number;
  readonly labels: number;
  readonly refunds: number;
  /** Minor units of euros. */
  readonly refunded: number;
}

/** What the providers really did for one shopper and order. */
export async function truthOf(control: ControlRoom, shopper: Shopper, orderName: string): Promise<Truth> {
  const state = await stateOf(control);
  const name = fullName(shopper);
  const labels = state.easypost.shipments.filter(
    ({ tracking_code: bought, to_address: to, from_address: from }) =>
      bought !== null && [to.name, from.name].includes(name),
  );
  const inShopify = (shopifyOrder(state, orderName)?.refunds ?? [])
    .map(({ amount }) => cents(amount))
    // Goods that are exchanged leave the books by a refund that pays nothing back.
    .filter((amount) => amount > 0);
  const onStripe = state.stripe.payments
    .filter(({ session }) => session.client_reference_id === orderName)
    .flatMap(({ refunds }) => refunds.filter(({ status }) => status !== 'failed').map(({ amount }) => amount));
  const onTikTok = state['tiktok-shop'].returns
    .filter(({ orderId, refunded }) => orderId === orderName && refunded > 0)
    .map(({ refunded }) => refunded);
  const refunds = [...inShopify, ...onStripe, ...onTikTok];
  return {
    emails: (await control.mailsTo(shopper.email)).length,
    messages: chatOf(state, orderName).length,
    labels: labels.length,
    refunds: refunds.length,
    refunded: refunds.reduce((sum, amount) => sum + amount, 0),
  };
}

const cents = (decimal: string): number => {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return Number(whole + fraction.padEnd(2, '0').slice(0, 2));
};
