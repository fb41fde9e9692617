import type { ReturnReason } from '../../returns';

/**
 * TikTok Shop's reasons differ by market and by state of the order, and grow; they are read by the words in their names
 * and texts, the most telling first. e.g. `ecom_order_delivered_refund_and_return_reason_wrong_product_uk`.
 */
const patterns: readonly (readonly [RegExp, ReturnReason])[] = [
  [/too_?small|too_?short|too_?tight/, 'too_small'],
  [/too_?(large|big|long|loose)/, 'too_large'],
  [
    /wrong_(item|product|goods|order|size_sent|colou?r_sent)|incorrect_(item|product)|different_(item|product)/,
    'wrong_item',
  ],
  [/missing|incomplete|not_?receive|never_(arrived|received)|empty_(parcel|package)|lost/, 'other'],
  [
    /(damaged|broken).*(transit|ship|deliver|arriv|package|parcel)|(transit|ship|deliver|arriv|packag|parcel).*(damage|broken)/,
    'damaged_in_transit',
  ],
  [/defect|damage|broken|fault|not_work|does_?n_?t_work|does_not_work|quality|malfunction|counterfeit/, 'defective'],
  [/descri|not_match|not_as_(pictured|expected|shown)|mislead|different_from/, 'not_as_described'],
  [/late(_|$)|delay|(in|on)_time|missed?_(estimated_)?delivery|slow/, 'arrived_late'],
  [/size|fit(_|$)/, 'other'],
  [/colou?r/, 'color'],
  [/style/, 'style'],
  [
    /chang|mind|no_longer|not_need|no_need|better_price|regret|unwanted|do_?n_?t_(like|want|need)|mistake/,
    'changed_mind',
  ],
  [/(^|_)others?(_|$)/, 'other'],
];

/** All reasons begin with words on the state of the order, in which `delivered` or `shipped` says nothing of the reason. */
const prefix = /^ecom_order_.*?reason_/;

const words = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Our word for TikTok's, by its name and else by its English text; `unknown` when both say nothing known. */
export function reasonOf(name: string | undefined, text?: string): ReturnReason {
  const plain = [words(name ?? '').replace(prefix, ''), words(text ?? '')].filter(Boolean);
  const found = plain.map((candidate) => patterns.find(([pattern]) => pattern.test(candidate))?.[1]);
  return found.find((reason) => reason !== undefined && reason !== 'other') ?? found.find(Boolean) ?? 'unknown';
}

/** What to say instead, where TikTok Shop does not offer the reason. */
const nearest: Readonly<Partial<Record<ReturnReason, readonly ReturnReason[]>>> = {
  damaged_in_transit: ['defective'],
  defective: ['damaged_in_transit', 'not_as_described'],
  wrong_item: ['not_as_described'],
  not_as_described: ['wrong_item', 'defective'],
  too_small: ['changed_mind'],
  too_large: ['changed_mind'],
  color: ['changed_mind', 'not_as_described'],
  style: ['changed_mind'],
};

/** TikTok's reason for our word, out of those that it offers for this order: the same, the nearest, then `other`. */
export function reasonNameFor(reason: ReturnReason, available: readonly string[]): string | undefined {
  const wanted: readonly ReturnReason[] = [reason, ...(nearest[reason] ?? []), 'other', 'unknown'];
  return (
    wanted
      .map((word) => available.filter((name) => reasonOf(name) === word))
      // The shortest name is the plainest one.
      .map((found) => found.toSorted((one, other) => one.length - other.length)[0])
      .find((name) => name !== undefined)
  );
}

/** Why a shop refuses, in our words, and how TikTok's English texts put it; the most telling first. */
const refusals = {
  return_period_ended: [/period|window|expired|too late|time limit|after \d+ days/i, /not valid/i],
  final_sale: [/non-?returnable|not returnable|final sale|cannot be returned|not eligible|hygiene/i, /not applicable/i],
  used: [/used|worn|washed|damaged|original packag/i, /not eligible/i],
  wrong_goods: [/not the product|wrong (item|product)|different (item|product)|empty/i, /not eligible/i],
  missing: [/missing|incomplete/i, /haven.?t received|not received/i],
  other: [/^other|other reasons?$/i, /not valid|not eligible/i, /unclear|evidence/i],
} as const satisfies Record<string, readonly RegExp[]>;
export type RefusalGround = keyof typeof refusals;

/** The reason that says best why, out of those of this very return; a general one where none does. */
export function rejectReasonFor<R extends { readonly text: string }>(
  ground: RefusalGround,
  reasons: readonly R[],
): R | undefined {
  return [...refusals[ground], ...refusals.other]
    .map((words) => reasons.find(({ text }) => words.test(text)))
    .find((reason) => reason !== undefined);
}
