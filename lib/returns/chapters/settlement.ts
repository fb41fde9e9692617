import { z } from 'zod/v4';
import { moneySchema } from '../money';
import { instantSchema } from '../vocabulary';
import { idSchema, providerSchema } from './scalars';

export const refundStatuses = ['pending', 'succeeded', 'failed', 'canceled'] as const;

export const refundSchema = z.lazy(() =>
  z
    .object({
      provider: providerSchema,
      id: idSchema,
      status: z.enum(refundStatuses),
      amount: moneySchema,
      providerStatus: z.string().meta({ description: "The provider's own word, kept as it came" }),
      failureReason: z.string().optional(),
      at: instantSchema,
    })
    .meta({ title: 'Refund' }),
);
export type Refund = z.infer<typeof refundSchema>;

export const exchangeSchema = z.lazy(() =>
  z
    .object({
      provider: z.string(),
      id: idSchema.meta({ description: 'The fulfilment order, or order, that sends the new goods' }),
      orderName: z.string(),
      lines: z.array(z.object({ variantId: idSchema, title: z.string(), quantity: z.int().positive() })),
      at: instantSchema,
    })
    .meta({ title: 'Exchange' }),
);
export type Exchange = z.infer<typeof exchangeSchema>;

export const creditSchema = z.lazy(() =>
  z.object({ provider: z.string(), id: idSchema, amount: moneySchema, at: instantSchema }).meta({ title: 'Credit' }),
);
export type Credit = z.infer<typeof creditSchema>;
