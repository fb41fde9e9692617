import { z } from 'zod/v4';
import { daySchema, MOST_RULES, ruleShape } from './common';

const windowShape = {
  days: z.int().min(0).max(3650).meta({ description: 'Days to ask for a return; the last day counts whole' }),
  from: z.enum(['delivery', 'last_parcel', 'shipment', 'order']).default('delivery').meta({
    description:
      'The event after which days are counted: delivery of the line, of the last parcel of the order, shipment or order',
  }),
  unit: z
    .enum(['days', 'business_days'])
    .default('days')
    .meta({ description: 'Business days are those of `calendar`' }),
  graceDays: z
    .int()
    .min(0)
    .max(365)
    .default(0)
    .meta({ description: 'Days after the end on which a request is accepted all the same; not announced' }),
};

export const windowRuleSchema = z.strictObject({ ...ruleShape, ...windowShape });
export type WindowRule = z.output<typeof windowRuleSchema>;

export const extensionSchema = z
  .strictObject({
    ...ruleShape,
    boughtFrom: daySchema.meta({ description: 'First day of purchase, e.g. `11-01`' }),
    boughtTo: daySchema.meta({ description: 'Last day of purchase, e.g. `12-24`' }),
    until: daySchema.meta({ description: 'These purchases may come back until the end of this day, e.g. `01-31`' }),
  })
  .refine(
    ({ boughtFrom, boughtTo, until }) => new Set([boughtFrom, boughtTo, until].map((day) => day.length)).size === 1,
    {
      message: 'expected three days of one year, or three of every year',
    },
  )
  .refine(
    ({ boughtFrom, boughtTo, until }) => boughtFrom.length === 5 || (boughtFrom <= boughtTo && boughtTo <= until),
    {
      message: 'expected the days in order: boughtFrom, boughtTo, until',
    },
  )
  .meta({ description: 'A longer window for a season, such as Christmas; it never makes a window shorter' });
export type Extension = z.output<typeof extensionSchema>;

export const windowsSchema = z
  .strictObject({
    default: z.strictObject(windowShape).meta({ description: 'Where no rule holds' }),
    rules: z
      .array(windowRuleSchema)
      .max(MOST_RULES)
      .default([])
      .meta({ description: 'The first rule that holds gives the window' }),
    extensions: z.array(extensionSchema).max(1000).default([]),
  })
  .meta({ description: 'How long goods can be returned' });
