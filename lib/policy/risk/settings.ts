import { z } from 'zod/v4';
import { amountsSchema } from '../document/common';
import { countRampSchema, percentRampSchema } from './ramp';
import type { SignalName } from './signal-names';

const weight = (points: number, description: string) =>
  z.number().min(0).max(100).default(points).meta({ description });

const weights = {
  return_rate: weight(25, 'Most goods that were bought come back'),
  return_count: weight(8, 'Many returns in 30, 90 or 180 days'),
  serial_returns: weight(30, 'One whole order after the other comes back'),
  value: weight(5, 'This return is worth much'),
  bracketing: weight(30, 'Three or more variants of one product are bought, and at most one is kept'),
  wardrobing: weight(40, 'Goods come back late, or were found used'),
  not_received_claims: weight(45, 'Parcels are said not to have arrived that the carrier delivered'),
  missing_item_claims: weight(45, 'Items are said to be missing or wrong'),
  swapped_goods: weight(45, 'The inspection found something else than the goods, or nothing'),
  empty_box: weight(50, 'The parcel weighs less than the goods'),
  new_account: weight(10, 'A new customer with a claim, a high value or a link; never by itself'),
  shared_mailbox: weight(15, 'One mailbox is written in several ways'),
  linked_customers: weight(40, 'Other customers at this address or phone have claims or bad inspections'),
} satisfies Record<SignalName, z.ZodType>;

const counts = (from: number, full: number) => countRampSchema.default({ from, full });
const percents = (from: number, full: number) => percentRampSchema.default({ from, full });

/** 200 to 1,000 of what most shops sell in; a shop that sells in another currency gives its own amounts. */
const amountsOf = (whole: number) =>
  ['EUR', 'GBP', 'USD', 'CHF', 'CAD', 'AUD'].map((currency) => ({ amount: 100 * whole, currency }));

const thresholdsSchema = z
  .strictObject({
    returnRate: percents(45, 75).meta({ description: 'Percent of what was bought, likely at the least' }),
    returnCount: z
      .strictObject({ days30: counts(3, 9), days90: counts(7, 20), days180: counts(12, 35) })
      .prefault({})
      .meta({ description: 'Returns in this many days' }),
    serialReturns: z
      .strictObject({ orders: counts(2, 6), share: percents(30, 60) })
      .prefault({})
      .meta({ description: 'Orders that came back whole, and percent of all orders' }),
    value: z
      .strictObject({ from: amountsSchema.default(amountsOf(200)), full: amountsSchema.default(amountsOf(1000)) })
      .prefault({})
      .meta({ description: 'What the goods of this return cost' }),
    bracketing: z
      .strictObject({ variants: counts(2, 5), orders: counts(1, 4), share: percents(15, 50) })
      .prefault({})
      .meta({ description: 'Variants of one product, orders of that kind, and percent of all orders' }),
    wardrobing: z
      .strictObject({ heldDays: counts(10, 21), orders: counts(0.5, 3), share: percents(5, 25) })
      .prefault({})
      .meta({
        description:
          'Days between delivery and request, orders of that kind (found used counts 1, late counts up to a half), ' +
          'and percent of all orders',
      }),
    notReceivedClaims: z
      .strictObject({ orders: counts(1, 3), share: percents(2, 12) })
      .prefault({})
      .meta({ description: 'Orders with such a claim, and percent of all orders' }),
    missingItemClaims: z
      .strictObject({ orders: counts(1, 3), share: percents(3, 15) })
      .prefault({})
      .meta({ description: 'Orders with such a claim, and percent of all orders' }),
    swappedGoods: z
      .strictObject({ orders: counts(0, 2), share: percents(2, 12) })
      .prefault({})
      .meta({ description: 'Orders of that kind, and percent of all orders' }),
    emptyBox: z
      .strictObject({
        missing: percents(35, 75).meta({ description: 'Percent of the expected weight that is missing' }),
        orders: counts(1, 3).meta({ description: 'Orders with parcels that were too light' }),
        share: percents(2, 12).meta({ description: 'Percent that they are of all orders' }),
        minGrams: z
          .number()
          .min(1)
          .max(1_000_000)
          .default(250)
          .meta({ description: 'Lighter parcels are not judged: carriers round what they weigh' }),
      })
      .prefault({}),
    newAccount: z.strictObject({ days: counts(3, 45) }).prefault({}),
    sharedMailbox: z
      .strictObject({ spellings: counts(1, 4) })
      .prefault({})
      .meta({ description: 'Further ways in which the mailbox is written' }),
    linkedCustomers: z
      .strictObject({ customers: counts(0, 2), share: percents(10, 45) })
      .prefault({})
      .meta({ description: 'Customers with claims or bad inspections, and percent of all at this address or phone' }),
  })
  .prefault({});

const wordsSchema = z.array(z.string().min(1).max(120)).max(200);

const claimsSchema = z
  .strictObject({
    notReceived: wordsSchema.default([
      'not_received',
      'not_receive',
      'didnt_receive',
      'never_received',
      'not_arrived',
      'not_arrive',
      'didnt_arrive',
      'never_arrived',
      'not_delivered',
      'undelivered',
      'parcel_lost',
      'package_lost',
    ]),
    missingItem: wordsSchema.default([
      'missing_item',
      'item_missing',
      'missing_part',
      'part_missing',
      'missing_product',
      'missing_accessory',
      'incomplete',
      'empty_box',
      'empty_parcel',
      'empty_package',
    ]),
  })
  .prefault({})
  .meta({ description: 'Words within `request.lines.subReason` that make a return a claim' });

/** The part `risk` of a policy: what each signal weighs, where it begins, and from which score on a person decides. */
export const riskSettingsSchema = z
  .strictObject({
    reviewFrom: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: 'A person decides from this score on. A score never refuses.' }),
    levels: z
      .strictObject({
        medium: z.number().min(0).max(100).default(30),
        high: z.number().min(0).max(100).default(60),
      })
      .prefault({})
      .refine(({ medium, high }) => medium <= high, { message: 'expected `high` not below `medium`', path: ['high'] })
      .meta({ description: 'From which score on the level is medium, and high' }),
    weights: z.strictObject(weights).prefault({}).meta({ description: 'The most that each signal adds to the score' }),
    thresholds: thresholdsSchema.meta({ description: 'Where each signal begins, and where it adds its whole weight' }),
    claims: claimsSchema,
  })
  .meta({ description: 'How the risk of a request is judged' });
export type RiskSettings = z.output<typeof riskSettingsSchema>;

export const defaultRiskSettings: RiskSettings = riskSettingsSchema.parse({});

/** What each signal means, in a few words. */
export const meaningOf = (signal: SignalName): string => weights[signal].meta()?.description ?? '';
