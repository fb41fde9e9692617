import { z } from 'zod/v4';
import { amountsSchema, MOST_RULES, percentSchema, ruleShape } from './common';

const feeShape = {
  free: z.literal(true).optional().meta({ description: 'No fee' }),
  amount: amountsSchema.optional().meta({ description: 'A flat fee' }),
  percent: percentSchema.optional().meta({ description: 'Of what was paid for the goods that bear the fee' }),
  per: z.enum(['return', 'line', 'item']).default('return').meta({
    description: 'A flat fee is kept once per return, per line or per unit; of several per return, the highest',
  }),
  minimum: amountsSchema.optional(),
  cap: amountsSchema.optional(),
  kind: z
    .enum(['return_shipping', 'restocking'])
    .default('return_shipping')
    .meta({ description: 'What the fee is for. On a statutory withdrawal nothing can be kept for restocking.' }),
};

interface FeeParts {
  readonly free?: true | undefined;
  readonly amount?: unknown;
  readonly percent?: unknown;
}

const saysOne = ({ free, amount, percent }: FeeParts): boolean =>
  [free, amount, percent].filter((part) => part !== undefined).length === 1;
const oneOfThree = { message: 'expected one of `free`, `amount` and `percent`' };

export const feeRuleSchema = z.strictObject({ ...ruleShape, ...feeShape }).refine(saysOne, oneOfThree);
export type FeeRule = z.output<typeof feeRuleSchema>;

export const feesSchema = z
  .strictObject({
    rules: z
      .array(feeRuleSchema)
      .max(MOST_RULES)
      .default([])
      .meta({ description: 'The first rule that holds for a line gives its fee; without one it is free' }),
    cap: amountsSchema.optional().meta({ description: 'All fees of one return together are never more' }),
  })
  .prefault({})
  .meta({
    description:
      'What is kept from the refund; never for goods that come back by a fault of the shop, never more than their worth',
  });
