import { z } from 'zod/v4';
import { amountsSchema, percentSchema, ruleShape } from './common';

export const keepItemRuleSchema = z.strictObject({
  ...ruleShape,
  always: z.literal(true).optional().meta({ description: 'Whatever it would cost' }),
  label: amountsSchema.optional().meta({ description: 'Cost of the way back, once per return' }),
  handling: amountsSchema.optional().meta({ description: 'Cost of receiving and inspecting one unit' }),
  gradeLoss: percentSchema.default(0).meta({ description: 'Percent of its worth that a unit loses by coming back' }),
  paymentFee: percentSchema.default(0).meta({ description: 'Percent of the refund that the payment provider keeps' }),
  worth: z
    .enum(['paid', 'cost'])
    .default('paid')
    .meta({ description: 'What a unit is worth: what was paid without tax, or what it costs the shop (`line.cost`)' }),
});
export type KeepItemRule = z.output<typeof keepItemRuleSchema>;

export const keepItemSchema = z
  .array(keepItemRuleSchema)
  .max(1000)
  .default([])
  .meta({
    description:
      'When the shopper keeps the goods and is refunded all the same: the first rule that holds for a line, if label, ' +
      'handling, grade loss and payment fee together exceed the worth',
  });
