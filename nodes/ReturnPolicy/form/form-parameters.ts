import { z } from 'zod/v4';
import {
  itemStates,
  offeredResolutions,
  paymentEvents,
  resolutions,
  returnMethods,
  returnReasons,
  sellerFaultReasons,
} from '../../../lib/returns';
import { grounds } from './grounds';

/** A list that the editor keeps as one text per row; an expression may give a single text. */
const words = z
  .union([z.array(z.string()), z.string().transform((word) => [word])])
  .transform((list) => list.map((word) => word.trim()).filter((word) => word !== ''));
const chosen = <T extends string>(values: readonly T[]) => z.array(z.enum(values));
/** Menus whose empty entry means "as usual". */
const optional = <T extends string>(values: readonly T[]) =>
  z.union([z.enum(values), z.literal('').transform(() => undefined)]).optional();
const text = z.string().default('');
const days = z.coerce.number();

const goods = { categories: words.default([]), tags: words.default([]), skus: words.default([]) };

export const disclosureNames = ['withdrawalRight', 'returnFee', 'exceptions', 'policy', 'digitalConsent'] as const;
export const windowStarts = ['delivery', 'last_parcel', 'shipment', 'order'] as const;
export const windowUnits = ['days', 'business_days'] as const;
export const exchangeScopes = ['same_product', 'same_price', 'any'] as const;

const rulesSchema = z.lazy(() =>
  z
    .object({
      currency: z.string().trim().default('EUR'),
      timeZone: z.string().optional(),
      effectiveFrom: z.string().optional(),
      windowFrom: z.enum(windowStarts).default('delivery'),
      windowUnit: z.enum(windowUnits).default('days'),
      graceDays: days.default(0),
      windows: z
        .object({
          window: z
            .array(z.object({ category: text, days, furtherCategories: words.default([]), id: text }))
            .default([]),
        })
        .prefault({}),
      extensions: z
        .object({
          extension: z
            .array(z.object({ id: z.string(), boughtFrom: z.string(), boughtTo: z.string(), until: z.string() }))
            .default([]),
        })
        .prefault({}),
      exclusions: z
        .object({
          exclusion: z
            .array(z.object({ match: text, ...goods, ground: z.enum(grounds.map(({ value }) => value)), id: text }))
            .default([]),
        })
        .prefault({}),
      itemCondition: z
        .object({
          condition: z
            .object({ requires: chosen(itemStates).default([]), otherwise: optional(['review', 'reject']) })
            .optional(),
        })
        .prefault({}),
      photosOfFaults: z.coerce.number().optional(),
      fee: text,
      freeAbove: text,
      freeForResolutions: chosen(resolutions).default(['exchange']),
      freeForReasons: chosen(returnReasons).default([...sellerFaultReasons]),
      freeForSegments: words.default([]),
      freeAfterOrders: z.coerce.number().optional(),
      told: chosen(disclosureNames).optional(),
      notTold: chosen(disclosureNames).default([]),
      resolutions: z
        .object({
          resolution: z
            .array(
              z.object({
                resolution: z.enum(offeredResolutions),
                bonusPercent: z.union([z.string(), z.number()]).default(''),
                exchange: optional(exchangeScopes),
                paidAt: optional(paymentEvents),
              }),
            )
            .default([]),
        })
        .prefault({}),
      methods: z
        .object({
          method: z.array(z.object({ method: z.enum(returnMethods), countries: words.default([]) })).default([]),
        })
        .prefault({}),
      reviewAbove: text,
      reviewCategories: words.default([]),
      reviewTags: words.default([]),
      reviewSkus: words.default([]),
      reviewReasons: chosen(returnReasons).default([]),
      fastLanes: words.default([]),
      keepItem: z
        .object({
          keep: z
            .object({ below: z.string(), label: z.string(), handling: text, gradeLoss: z.coerce.number().default(0) })
            .optional(),
        })
        .prefault({}),
      furtherRules: z.unknown().optional(),
    })
    .prefault({}),
);

/** The form as n8n keeps it among the parameters of a node. */
export const formParametersSchema = z.lazy(() =>
  z.object({
    policyName: z.string(),
    policyVersion: z.string(),
    windowDays: days,
    rules: rulesSchema,
  }),
);
export type FormParameters = z.input<typeof formParametersSchema>;
export type ReadFormParameters = z.output<typeof formParametersSchema>;
