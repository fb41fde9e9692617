import { z } from 'zod/v4';
import { offeredResolutions, paymentEvents, returnMethods } from '../../returns';
import { amountsSchema, percentSchema, ruleShape } from './common';

const bonusSchema = z
  .strictObject({ percent: percentSchema.optional(), amount: amountsSchema.optional() })
  .refine(({ percent, amount }) => (percent === undefined) !== (amount === undefined), {
    message: 'expected `percent` or `amount`',
  })
  .meta({ description: 'Added to store credit, as a percentage of the refund or as an amount' });

export const resolutionRuleSchema = z
  .strictObject({
    ...ruleShape,
    resolution: z.enum(offeredResolutions),
    exchange: z
      .enum(['same_product', 'same_price', 'any'])
      .optional()
      .meta({ description: 'What an exchange may be for: another variant, anything of the same price, anything' }),
    bonus: bonusSchema.optional(),
    share: percentSchema
      .optional()
      .meta({ description: 'Percent of the worth that is paid back when the shopper keeps the goods' }),
    paidAt: z
      .enum(paymentEvents)
      .default('inspection')
      .meta({ description: 'The event at which it is paid, or at which the new goods are sent' }),
  })
  .refine(({ resolution, exchange }) => exchange === undefined || resolution === 'exchange', {
    message: '`exchange` belongs to the resolution `exchange`',
    path: ['exchange'],
  })
  .refine(({ resolution, bonus }) => bonus === undefined || resolution === 'store_credit', {
    message: '`bonus` belongs to the resolution `store_credit`',
    path: ['bonus'],
  })
  .refine(({ resolution, share }) => share === undefined || resolution === 'keep_item', {
    message: '`share` belongs to the resolution `keep_item`',
    path: ['share'],
  });
export type ResolutionRule = z.output<typeof resolutionRuleSchema>;

export const resolutionsSchema = z.array(resolutionRuleSchema).max(1000).default([]).meta({
  description:
    'What is offered, in this order: every rule that holds. Without rules: refund, exchange and store credit',
});

export const methodRuleSchema = z.strictObject({
  ...ruleShape,
  method: z.enum(returnMethods),
  carrier: z.string().min(1).max(80).optional(),
  service: z.string().min(1).max(80).optional(),
});
export type MethodRule = z.output<typeof methodRuleSchema>;

export const methodsSchema = z
  .array(methodRuleSchema)
  .max(1000)
  .default([])
  .meta({ description: 'How goods can be sent back, in this order: every rule that holds. Without rules: post' });
