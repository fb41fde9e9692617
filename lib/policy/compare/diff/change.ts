export const changeKinds = ['added', 'removed', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One difference between two versions of a policy. */
export interface PolicyChange {
  /** Where it stands: in the later version, or in the earlier one for what is gone. `windows.rules[2].days`. */
  readonly path: string;
  readonly kind: ChangeKind;
  /** The rule as the trace names it, e.g. `window.shoes`. */
  readonly rule?: string;
  /** What the earlier version says there; absent where it says nothing. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** One sentence in English: "Shoes can now be sent back within 30 days instead of 14 days." */
  readonly words: string;
}

/** Every difference, in the order of the document; empty for versions that say the same. */
export type PolicyDiff = readonly PolicyChange[];
