import type { ReturnReason } from '../../returns';

/** A reason that a shop can name: one of its library, or one of the ten fixed ones of versions up to 2025-10. */
export interface ShopReason {
  /** Absent for a fixed one. */
  readonly id?: string;
  readonly handle: string;
  /** What the staff reads. */
  readonly name: string;
}

/** What the input of a return line takes. */
export interface ReasonInput {
  readonly returnReasonDefinitionId?: string;
  readonly returnReason?: string;
}

/** The enum ReturnReason of the published schema. */
export const fixedReasons: readonly ShopReason[] = [
  'COLOR',
  'DEFECTIVE',
  'NOT_AS_DESCRIBED',
  'OTHER',
  'SIZE_TOO_LARGE',
  'SIZE_TOO_SMALL',
  'STYLE',
  'UNKNOWN',
  'UNWANTED',
  'WRONG_ITEM',
].map((handle) => ({ handle, name: handle.charAt(0) + handle.slice(1).toLowerCase().replace(/_/g, ' ') }));

/**
 * Shopify's library of reasons grows, and its handles are not published as a list: they are read by the words in them,
 * the most telling first. Covers the older enum too (SIZE_TOO_SMALL, UNWANTED, …).
 */
const patterns: readonly (readonly [RegExp, ReturnReason])[] = [
  [/too_?small|too_?short|too_?tight/, 'too_small'],
  [/too_?(large|big|long|loose)/, 'too_large'],
  [/wrong|incorrect_item/, 'wrong_item'],
  [/damaged.*(transit|ship|deliver|arriv)|(transit|ship|deliver|arriv).*damage/, 'damaged_in_transit'],
  [/defect|damage|broken|fault|not_working|quality/, 'defective'],
  [/described|description|different_from|not_as_(pictured|expected)/, 'not_as_described'],
  [/late\b|_late|delay/, 'arrived_late'],
  [/colou?r/, 'color'],
  [/style/, 'style'],
  [/unwanted|chang|mind|no_longer|not_needed|better_price|regret/, 'changed_mind'],
  [/^other/, 'other'],
];

/** Our word for Shopify's; `unknown` for a handle that says nothing known. The handle itself is kept beside it. */
export function reasonOf(handle: string | null | undefined): ReturnReason {
  const words = (handle ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}

/** What to say instead, where a shop's library lacks the reason. */
const nearest: Readonly<Partial<Record<ReturnReason, readonly ReturnReason[]>>> = {
  damaged_in_transit: ['defective'],
  defective: ['damaged_in_transit'],
  color: ['style', 'changed_mind'],
  style: ['changed_mind'],
};

/** Shopify's reason for our word: the same, the nearest, then `other`. Undefined when the shop has none of them. */
export function reasonFor(reason: ReturnReason, reasons: readonly ShopReason[]): ShopReason | undefined {
  const wanted: readonly ReturnReason[] = [reason, ...(nearest[reason] ?? []), 'other', 'unknown'];
  return (
    wanted
      .map((word) => reasons.filter(({ handle }) => reasonOf(handle) === word))
      // The shortest handle is the plainest one: `defective` before `defective-zipper`.
      .map((found) => found.toSorted((one, other) => one.handle.length - other.handle.length)[0])
      .find((known) => known !== undefined)
  );
}

export function reasonInput(reason: ReturnReason, reasons: readonly ShopReason[]): ReasonInput {
  const found = reasonFor(reason, reasons);
  if (found === undefined) return {};
  return found.id === undefined ? { returnReason: found.handle } : { returnReasonDefinitionId: found.id };
}
