import type { CompiledCondition } from './condition';

/** A fact that must say one of these words, or a number of this range, before a rule can hold. */
export type Anchor =
  | { readonly kind: 'words'; readonly slot: number; readonly words: readonly string[] }
  | { readonly kind: 'range'; readonly slot: number; readonly low: number; readonly high: number };

/**
 * What narrows a condition down: unless one of the anchors is met, or its fact is not known, the condition is a no.
 * Undefined when nothing narrows it down.
 */
export function anchorsOf(condition: CompiledCondition): readonly Anchor[] | undefined {
  if (condition.kind === 'test') {
    const { slot, words, range, fact } = condition;
    if (words !== undefined && words.length > 0) return [{ kind: 'words', slot, words }];
    if (range === undefined || fact.kind !== 'number') return undefined;
    return [{ kind: 'range', slot, low: range[0], high: range[1] }];
  }
  if (condition.kind === 'not') return undefined;
  const anchors = condition.parts.map(anchorsOf);
  if (condition.kind === 'any') {
    const known = anchors.filter((anchor) => anchor !== undefined);
    return known.length === anchors.length && known.length > 0 ? known.flat() : undefined;
  }
  let best: readonly Anchor[] | undefined;
  for (const candidate of anchors) {
    if (candidate !== undefined && (best === undefined || widthOf(candidate) < widthOf(best))) best = candidate;
  }
  return best;
}

/** How many requests an anchor lets through, roughly: yes and no are wide, single words narrow. */
function widthOf(anchors: readonly Anchor[]): number {
  let width = 0;
  for (const anchor of anchors) {
    if (anchor.kind === 'range') width += Number.isFinite(anchor.low) && Number.isFinite(anchor.high) ? 50 : 1000;
    else width += anchor.words.some((word) => word === 'true' || word === 'false') ? 500 : anchor.words.length;
  }
  return width;
}
