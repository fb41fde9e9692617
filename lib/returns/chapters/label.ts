import { z } from 'zod/v4';
import { moneySchema } from '../money';
import { instantSchema } from '../vocabulary';
import { idSchema } from './scalars';

export const labelFormats = ['pdf', 'png', 'zpl'] as const;

export const labelSchema = z.lazy(() =>
  z
    .object({
      carrier: z.string().meta({ description: "The provider's word for it, by which it is tracked" }),
      carrierName: z.string().optional().meta({ description: 'What people call it, where that is another name' }),
      service: z.string(),
      trackingNumber: idSchema,
      trackingUrl: z.url().optional(),
      url: z.url(),
      format: z.enum(labelFormats),
      cost: moneySchema,
      shipmentId: idSchema,
      trackerId: idSchema.optional(),
      provider: z.string(),
      createdAt: instantSchema,
    })
    .meta({ title: 'Label' }),
);
export type Label = z.infer<typeof labelSchema>;

export const slipSchema = z.lazy(() =>
  z.object({ fileName: z.string(), pages: z.int().positive(), withLabel: z.boolean() }).meta({ title: 'Slip' }),
);
export type Slip = z.infer<typeof slipSchema>;
