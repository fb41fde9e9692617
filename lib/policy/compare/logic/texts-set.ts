import { wordsOf } from '../../engine/operands';

/** Values of a list of words, as what must be among them; or not known. */
export interface TextsSet {
  readonly kind: 'texts';
  readonly clauses: readonly Clause[];
  readonly known: boolean;
  readonly unknown: boolean;
}

/** `some`: one of the words is there. `none`: none is. `all`: every one is. `notAll`: one is missing. */
export type Clause =
  | { readonly asks: 'some' | 'none' | 'all' | 'notAll'; readonly words: readonly string[] }
  | { readonly asks: 'anything' | 'nothing' };

export const meetLists = (one: TextsSet, other: TextsSet): TextsSet => ({
  kind: 'texts',
  clauses: [...one.clauses, ...other.clauses],
  known: one.known && other.known,
  unknown: one.unknown && other.unknown,
});

/** Surely no list: found by following what each clause leaves, without trying every choice. */
export function isNoList({ clauses, known, unknown }: TextsSet): boolean {
  if (unknown) return false;
  return !known || !mayHold(clauses);
}

function mayHold(clauses: readonly Clause[]): boolean {
  const there = new Set<string>();
  const out = new Set<string>();
  let isEmpty = false;
  let wantsOne = false;
  for (const clause of clauses) {
    if (clause.asks === 'nothing') isEmpty = true;
    else if (clause.asks === 'anything' || clause.asks === 'some') wantsOne = true;
    if (clause.asks === 'all') for (const word of clause.words) there.add(word);
    if (clause.asks === 'none') for (const word of clause.words) out.add(word);
  }
  for (let before = -1; before !== there.size + out.size;) {
    before = there.size + out.size;
    for (const clause of clauses) {
      if (clause.asks === 'some' && !leaves(clause.words, there, out)) return false;
      if (clause.asks === 'notAll' && !leaves(clause.words, out, there)) return false;
    }
  }
  if ([...there].some((word) => out.has(word))) return false;
  return !(isEmpty && (wantsOne || there.size > 0));
}

/** One of the words has to be `taken`; the last that is not `barred` is. False when none is left. */
function leaves(words: readonly string[], taken: Set<string>, barred: ReadonlySet<string>): boolean {
  if (words.some((word) => taken.has(word))) return true;
  const left = words.filter((word) => !barred.has(word));
  const [only] = left;
  if (only === undefined) return false;
  if (left.length === 1) taken.add(only);
  return true;
}

const yesNo = {
  contains: ['some', 'none'],
  containsAll: ['all', 'notAll'],
  not: ['none', 'some'],
} as const;

/** Lists of which a test is true, or false. */
export function listsOf(operator: string, operand: unknown, isTrue: boolean, orUnknown: boolean): TextsSet {
  if (operator === 'exists') {
    const isKnown = isTrue === (operand === true);
    return { kind: 'texts', clauses: [{ asks: isKnown ? 'anything' : 'nothing' }], known: true, unknown: !isKnown };
  }
  const asks = yesNo[operator === 'containsAll' || operator === 'not' ? operator : 'contains'][isTrue ? 0 : 1];
  return { kind: 'texts', clauses: [{ asks, words: wordsOf(operand) }], known: true, unknown: orUnknown };
}
