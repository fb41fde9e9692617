import { wordsOf } from '../../engine/operands';

/** Values of a text: some words, or all but some, that begin with or contain others or do not; or not known. */
export interface TextSet {
  readonly kind: 'text';
  readonly words: ReadonlySet<string>;
  /** Whether `words` are the only ones, or the only ones that are out. */
  readonly only: boolean;
  readonly patterns: readonly Pattern[];
  readonly known: boolean;
  readonly unknown: boolean;
}

/** A text that begins with, or contains, one of these words; or none of them. */
export interface Pattern {
  readonly at: 'start' | 'anywhere';
  readonly words: readonly string[];
  readonly isTrue: boolean;
}

export function meetTexts(one: TextSet, other: TextSet): TextSet {
  return {
    kind: 'text',
    ...meetWords(one, other),
    patterns: [...one.patterns, ...other.patterns],
    known: one.known && other.known,
    unknown: one.unknown && other.unknown,
  };
}

type Words = Pick<TextSet, 'words' | 'only'>;

function meetWords(one: Words, other: Words): Words {
  if (!one.only && !other.only) return { words: new Set([...one.words, ...other.words]), only: false };
  const [inside, beside] = one.only ? [one, other] : [other, one];
  return { words: new Set([...inside.words].filter((word) => beside.words.has(word) === beside.only)), only: true };
}

/** Surely no value: where it cannot be told, there may be one. */
export function isNoText({ words, only, patterns, known, unknown }: TextSet): boolean {
  if (unknown) return false;
  if (!known) return true;
  if (only) return ![...words].some((word) => patterns.every((pattern) => fits(word, pattern)));
  return patterns.some(
    (pattern) => pattern.isTrue && pattern.words.every((word) => isRuledOut(word, pattern, patterns)),
  );
}

function fits(text: string, { at, words, isTrue }: Pattern): boolean {
  return words.some((word) => (at === 'start' ? text.startsWith(word) : text.includes(word))) === isTrue;
}

/** Whatever has the word where it is asked for has one that is not allowed there, too. */
function isRuledOut(word: string, { at }: Pattern, patterns: readonly Pattern[]): boolean {
  return patterns.some(
    (other) =>
      (!other.isTrue &&
        other.words.some((no) =>
          other.at === 'anywhere' ? word.includes(no) : at === 'start' && word.startsWith(no),
        )) ||
      (other.isTrue && at === 'start' && other.at === 'start' && !other.words.some((yes) => agree(word, yes))),
  );
}

/** One text can begin with both. */
const agree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

const nothing: ReadonlySet<string> = new Set();
const noText = new Set(['']);

/**
 * Texts of which a test is true, or false.
 * @param values the only ones that there are, where they are known
 */
export function textsOf(
  operator: string,
  operand: unknown,
  isTrue: boolean,
  orUnknown: boolean,
  values: readonly string[] | undefined,
): TextSet {
  const base = { kind: 'text', patterns: [], known: true, unknown: orUnknown } as const;
  if (operator === 'exists') {
    const isKnown = isTrue === (operand === true);
    return within(values, { ...base, words: noText, only: !isKnown, unknown: !isKnown });
  }
  const words = wordsOf(operand);
  if (operator === 'startsWith' || operator === 'contains') {
    const pattern: Pattern = { at: operator === 'startsWith' ? 'start' : 'anywhere', words, isTrue };
    return within(values, { ...base, words: nothing, only: false, patterns: [pattern] });
  }
  return within(values, { ...base, words: new Set(words), only: isTrue === (operator === 'is') });
}

const within = (values: readonly string[] | undefined, set: TextSet): TextSet =>
  values === undefined ? set : { ...set, ...meetWords(set, { words: new Set(values), only: true }) };
