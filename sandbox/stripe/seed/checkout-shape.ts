import { z } from 'zod/v4';
import { refundBehaviours } from '../store';

const metadata = z.record(z.string(), z.string());

const addressShape = z.object({
  line1: z.string(),
  line2: z.string().nullish(),
  city: z.string(),
  postalCode: z.string(),
  state: z.string().nullish(),
  country: z.string().length(2),
});

/** What `POST /control/stripe/checkout-sessions` takes. Amounts in minor units, tax included. */
export const checkoutShape = z.strictObject({
  orderNumber: z.string().min(1),
  customer: z.strictObject({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullish(),
    address: addressShape,
    locale: z.string().optional(),
  }),
  currency: z.string().length(3),
  items: z
    .array(
      z.strictObject({
        sku: z.string(),
        name: z.string(),
        quantity: z.int().min(1),
        unitAmount: z.int().min(0),
        /** Off the whole line. */
        discountAmount: z.int().min(0).optional(),
        /** 0.2 for 20 %, contained in the price. */
        taxRate: z.number().min(0).optional(),
        category: z.string().optional(),
        image: z.string().optional(),
        metadata: metadata.optional(),
      }),
    )
    .min(1),
  shipping: z.strictObject({ amount: z.int().min(0), taxRate: z.number().min(0).optional() }).optional(),
  /** A test card such as `pm_card_visa`, `pm_card_pendingRefund` or `pm_card_refundFail`. */
  paymentMethod: z.string().optional(),
  refunds: z.enum(refundBehaviours).optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  metadata: metadata.optional(),
});

export type CheckoutSeed = z.infer<typeof checkoutShape>;
