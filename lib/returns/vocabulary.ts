import { z } from 'zod/v4';

/** Where a return was asked for. Unknown channels are kept as they are: agencies bring their own. */
export const channelSchema = z.string().min(1).max(40);

/** Why goods come back, in one vocabulary for every channel. */
export const returnReasons = [
  'too_small',
  'too_large',
  'changed_mind',
  'not_as_described',
  'style',
  'color',
  'defective',
  'damaged_in_transit',
  'wrong_item',
  'arrived_late',
  'other',
  'unknown',
] as const;
export const returnReasonSchema = z.enum(returnReasons);
export type ReturnReason = z.infer<typeof returnReasonSchema>;

/** Reasons for which the shop or its carrier answers: the shopper pays no fee. Source: directive (EU) 2019/771 art. 14. */
export const sellerFaultReasons: readonly ReturnReason[] = [
  'not_as_described',
  'defective',
  'damaged_in_transit',
  'wrong_item',
];

export const resolutions = ['refund', 'exchange', 'store_credit'] as const;
export const resolutionSchema = z.enum(resolutions);
export type Resolution = z.infer<typeof resolutionSchema>;

export const grades = ['new', 'opened', 'used', 'damaged', 'wrong_item', 'missing'] as const;
export const gradeSchema = z.enum(grades);
export type Grade = z.infer<typeof gradeSchema>;

export const dispositions = ['restock', 'outlet', 'refurbish', 'repair', 'donate', 'recycle', 'write_off'] as const;
export const dispositionSchema = z.enum(dispositions);
export type Disposition = z.infer<typeof dispositionSchema>;

/** Languages in which a shopper is written to. */
export const locales = ['en', 'fr', 'de', 'es', 'it'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** The language to write in for any BCP 47 tag: `fr-CA` is `fr`, an unknown or absent one is English. */
export function localeFor(tag: string | null | undefined): Locale {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((known) => known === language) ?? 'en';
}

export const instantSchema = z.iso
  .datetime({ offset: true })
  .meta({ description: 'An instant in ISO 8601, e.g. 2026-11-22T09:30:00Z' });

/** Asking Intl costs more than the rest of a parse, and a shop has one zone. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  knownZones.add(name);
  return true;
}

export const timeZoneSchema = z
  .string()
  .max(60)
  .refine(isTimeZone, { message: 'expected an IANA time zone such as Europe/Paris' });
