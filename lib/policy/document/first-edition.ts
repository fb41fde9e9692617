import { z } from 'zod/v4';
import {
  currencySchema,
  localeSchema,
  moneySchema,
  resolutionSchema,
  returnReasonSchema,
  sellerFaultReasons,
  timeZoneSchema,
} from '../../returns';
import { isPlainObject } from './check-condition';
import type { Condition } from './condition';
import { exclusionGrounds } from './exclusions';
import { faultsOf } from './faults';
import { invalidPolicy } from './invalid-policy';
import type { PolicyDocument } from './policy-schema';

const nameSchema = z.string().min(1).max(120);
const wordsSchema = z.array(nameSchema).min(1).max(1000);
const daysSchema = z.int().min(0).max(3650);
const amountSchema = moneySchema.refine(({ amount }) => amount >= 0, { message: 'expected an amount of 0 or more' });

/** The document as its first edition had it: still read, no longer written. */
const firstEditionSchema = z.strictObject({
  name: nameSchema,
  version: z.string().min(1).max(40),
  currency: currencySchema.optional(),
  timeZone: timeZoneSchema.default('Europe/Paris'),
  windows: z.strictObject({
    defaultDays: daysSchema,
    countedFrom: z.enum(['delivery', 'shipment', 'order']).default('delivery'),
    byCategory: z
      .array(z.strictObject({ category: nameSchema, days: daysSchema }))
      .max(1000)
      .default([]),
  }),
  exclusions: z
    .array(
      z
        .strictObject({
          name: nameSchema,
          ground: z.enum(exclusionGrounds).default('commercial'),
          categories: wordsSchema.optional(),
          tags: wordsSchema.optional(),
          skus: wordsSchema.optional(),
          reason: z.partialRecord(localeSchema, z.string().min(1).max(500)).optional(),
        })
        .refine(({ categories, tags, skus }) => categories ?? tags ?? skus, {
          message: 'expected at least one of categories, tags or skus',
        }),
    )
    .max(1000)
    .default([]),
  fees: z
    .strictObject({
      flat: amountSchema.optional(),
      freeAbove: amountSchema.optional(),
      freeForReasons: z.array(returnReasonSchema).default([...sellerFaultReasons]),
      freeForResolutions: z.array(resolutionSchema).default(['exchange']),
    })
    .prefault({}),
  review: z
    .strictObject({
      above: amountSchema.optional(),
      categories: wordsSchema.optional(),
      tags: wordsSchema.optional(),
      reasons: z.array(returnReasonSchema).min(1).optional(),
    })
    .prefault({}),
});
type FirstEdition = z.output<typeof firstEditionSchema>;

/** Only the first edition says `defaultDays`, and only today's says `default`. */
export function isFirstEdition(value: unknown): boolean {
  if (!isPlainObject(value) || !isPlainObject(value['windows'])) return false;
  const { windows } = value;
  return !('default' in windows) && ('defaultDays' in windows || 'byCategory' in windows || 'countedFrom' in windows);
}

/**
 * The same policy as a document of today.
 * @throws ReturnsError `invalid_input` listing every fault with its place
 */
export function fromFirstEdition(value: unknown): PolicyDocument {
  const result = firstEditionSchema.safeParse(value);
  if (!result.success) {
    throw invalidPolicy(
      faultsOf(result.error.issues, value, () => z.toJSONSchema(firstEditionSchema, { io: 'input' })),
    );
  }
  const { name, version, currency, timeZone, windows, exclusions, fees, review } = result.data;
  return {
    name,
    version,
    ...(currency !== undefined && { currency }),
    timeZone,
    // The first edition kept its fee from everybody, and took digital goods for excluded: whoever wrote so had told
    // shoppers of it.
    disclosures: {
      ...(fees.flat && { returnFee: true }),
      ...(exclusions.some(({ ground }) => ground === 'digital') && { digitalConsent: true }),
    },
    windows: {
      default: { days: windows.defaultDays, from: windows.countedFrom },
      rules: windows.byCategory.map(({ category, days }) => ({
        id: category,
        when: { 'line.category': category },
        days,
        from: windows.countedFrom,
      })),
    },
    exclusions: exclusions.map(({ name: id, ground, reason, ...goods }) => ({
      id,
      when: goodsCondition(goods),
      ground,
      ...(reason && { reason }),
    })),
    fees: { rules: feeRules(fees) },
    routing: routingRules(review),
  };
}

interface Goods {
  readonly categories?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly skus?: readonly string[] | undefined;
}

/** Goods were meant when any of the lists named them. */
function goodsCondition({ categories, tags, skus }: Goods): Condition {
  const tests: Condition[] = [
    ...(categories ? [{ 'line.category': categories }] : []),
    ...(tags ? [{ 'line.tags': tags }] : []),
    ...(skus ? [{ 'line.sku': skus }] : []),
  ];
  const [only, ...others] = tests;
  return only && others.length === 0 ? only : { any: tests };
}

function feeRules({ flat, freeAbove, freeForReasons, freeForResolutions }: FirstEdition['fees']) {
  if (flat === undefined) return [];
  return [
    ...(freeForResolutions.length > 0
      ? [{ id: 'free-for-resolution', when: { 'return.resolution': freeForResolutions }, free: true as const }]
      : []),
    ...(freeForReasons.length > 0
      ? [{ id: 'free-for-reason', when: { 'return.reason': freeForReasons }, free: true as const }]
      : []),
    ...(freeAbove ? [{ id: 'free-above', when: { 'return.worth': { atLeast: freeAbove } }, free: true as const }] : []),
    { id: 'flat', amount: flat },
  ];
}

function routingRules({ above, reasons, ...goods }: FirstEdition['review']) {
  const outcome = 'review' as const;
  return [
    ...((goods.categories ?? goods.tags) ? [{ id: 'goods', when: goodsCondition(goods), outcome }] : []),
    ...(reasons ? [{ id: 'reason', when: { 'return.reason': reasons }, outcome }] : []),
    ...(above ? [{ id: 'above', when: { 'return.worth': { above } }, outcome }] : []),
  ];
}
