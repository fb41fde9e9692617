import { z } from 'zod/v4';
import type { Simulator } from '../core/simulator';

/** The page reads what simulators say of their worlds like every client: what it does not find, it does not show. */
function listOf<T>(shape: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(z.unknown()).transform((items) =>
    items.flatMap((item) => {
      const read = shape.safeParse(item);
      return read.success ? [read.data] : [];
    }),
  );
}

const shopOrder = z.object({
  name: z.string(),
  email: z.string(),
  customer: z.string().nullish(),
  currency: z.string(),
  total: z.string(),
  refunded: z.string(),
  lines: listOf(
    z.object({
      title: z.string(),
      variantTitle: z.string().nullish(),
      quantity: z.number(),
      isExchange: z.boolean().default(false),
    }),
  ),
  returns: listOf(z.object({ name: z.string(), status: z.string() })),
});

const shipment = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  is_return: z.boolean(),
  tracking_code: z.string().nullable(),
  refund_status: z.string().nullable(),
  to_address: z.object({ name: z.string().nullable() }),
  selected_rate: z
    .object({ carrier: z.string(), service: z.string(), rate: z.string(), currency: z.string() })
    .nullable(),
  postage_label: z
    .object({ label_url: z.string(), label_pdf_url: z.string().nullable(), label_zpl_url: z.string().nullable() })
    .nullable(),
});

const tracker = z.object({
  tracking_code: z.string(),
  carrier: z.string(),
  status: z.string(),
  updated_at: z.string(),
  shipment_id: z.string().nullable(),
});

const payment = z.object({
  session: z.object({
    client_reference_id: z.string().nullable(),
    amount_total: z.number(),
    currency: z.string(),
    customer_details: z.object({ name: z.string(), email: z.string() }),
  }),
  items: listOf(z.object({ description: z.string(), quantity: z.number() })),
  paymentIntent: z.object({ id: z.string(), payment_method: z.string() }),
  charge: z.object({ disputed: z.boolean(), amount_refunded: z.number() }),
  refunds: listOf(z.object({ id: z.string(), amount: z.number(), currency: z.string(), status: z.string() })),
});

const tiktokReturn = z.object({
  id: z.string(),
  orderId: z.string(),
  type: z.string(),
  status: z.string(),
  arbitration: z.string().nullable(),
  refundTotal: z.string(),
  isDeliveredBack: z.boolean(),
  nextAction: z.object({ deadline: z.number() }).nullable(),
});

const tiktokOrder = z.object({
  id: z.string(),
  status: z.string(),
  buyer: z.string(),
  currency: z.string(),
  total: z.string(),
  lines: listOf(z.object({ sku: z.string(), title: z.string(), variantTitle: z.string(), status: z.string() })),
});

const tiktokCancellation = z.object({ id: z.string(), orderId: z.string(), status: z.string() });

const mail = z.object({ id: z.string(), at: z.string(), to: z.string(), subject: z.string() });

const shapes = {
  shopify: z.object({ orders: listOf(shopOrder) }).catch({ orders: [] }),
  easypost: z.object({ shipments: listOf(shipment), trackers: listOf(tracker) }).catch({ shipments: [], trackers: [] }),
  stripe: z.object({ payments: listOf(payment) }).catch({ payments: [] }),
  'tiktok-shop': z
    .object({
      orders: listOf(tiktokOrder),
      returns: listOf(tiktokReturn),
      cancellations: listOf(tiktokCancellation),
    })
    .catch({ orders: [], returns: [], cancellations: [] }),
  mail: z.object({ mails: listOf(mail) }).catch({ mails: [] }),
};

export type ShopOrder = z.infer<typeof shopOrder>;
export type Parcel = z.infer<typeof tracker> & { shipment: z.infer<typeof shipment> | undefined };
export type Payment = z.infer<typeof payment>;
export type TikTokReturn = z.infer<typeof tiktokReturn>;
export type TikTokCancellation = z.infer<typeof tiktokCancellation>;
export type TikTokOrder = z.infer<typeof tiktokOrder> & {
  returns: TikTokReturn[];
  cancellations: TikTokCancellation[];
};
export type MailLine = z.infer<typeof mail>;

export interface ShopFloor {
  orders: ShopOrder[];
  parcels: Parcel[];
  payments: Payment[];
  tiktokOrders: TikTokOrder[];
  mails: MailLine[];
}

/** What the page shows, out of what each simulator says of itself. */
export function readState(simulators: readonly Simulator[]): ShopFloor {
  const stateOf = (name: string): unknown => simulators.find((simulator) => simulator.name === name)?.state();
  const { shipments, trackers } = shapes.easypost.parse(stateOf('easypost'));
  const tiktok = shapes['tiktok-shop'].parse(stateOf('tiktok-shop'));
  return {
    orders: shapes.shopify.parse(stateOf('shopify')).orders,
    parcels: trackers.map((entry) => ({ ...entry, shipment: shipments.find(({ id }) => id === entry.shipment_id) })),
    payments: shapes.stripe.parse(stateOf('stripe')).payments,
    tiktokOrders: tiktok.orders.map((order) => ({
      ...order,
      returns: tiktok.returns.filter(({ orderId }) => orderId === order.id),
      cancellations: tiktok.cancellations.filter(({ orderId }) => orderId === order.id),
    })),
    mails: shapes.mail.parse(stateOf('mail')).mails,
  };
}
