import type { Locale } from '../../../returns';
import type { Condition } from '../../document/condition';
import { factOf, type FactKind } from '../../facts';
import { clauseOf, type Clause, type GroupClause, type TestClause } from './clauses';
import { dayInWords } from './days';
import { joined, say, type Setting } from './speaker';
import { conditionTexts, type FlagWords, type OperatorWords } from './texts';
import { amountInWords, numberInWords, wordInWords } from './values';

/** Longer lists are cut: a policy names article numbers by the thousand, a reader wants none of them. */
const MOST_WORDS = 24;

/**
 * A condition in plain words, as sentences joined by and and or, with brackets where both meet. It is written for every
 * fact and test alike.
 */
export function conditionInWords(condition: Condition | undefined, locale: Locale, setting: Setting): string {
  return clauseInWords(clauseOf(condition), locale, setting);
}

export function clauseInWords(clause: Clause, locale: Locale, setting: Setting): string {
  return clause.kind === 'test' ? testInWords(clause, locale, setting) : groupInWords(clause, locale, setting);
}

function groupInWords({ kind, parts }: GroupClause, locale: Locale, setting: Setting): string {
  const { always, never } = conditionTexts[locale].joining;
  if (parts.length === 0) return kind === 'all' ? always : never;
  const told = kind === 'all' ? parts.filter((part) => !isImplied(part, parts)) : parts;
  const words = told.map((part) => {
    const text = clauseInWords(part, locale, setting);
    return part.kind === 'test' || part.parts.length < 2 ? text : `(${text})`;
  });
  return joined(words, locale, kind === 'all' ? 'conjunction' : 'disjunction');
}

/** That a fact is known goes without saying where something else is asked of it. */
const isImplied = (part: Clause, among: readonly Clause[]): boolean =>
  part.kind === 'test' &&
  part.operator === 'exists' &&
  part.holds === (part.operand === true) &&
  among.some((other) => other.kind === 'test' && other.fact === part.fact && other.operator !== 'exists');

type Operator<K extends keyof OperatorWords> = keyof OperatorWords[K];

/** Which words say that a test holds, and which that it does not. */
const sayings: {
  readonly [K in keyof OperatorWords]: Readonly<Record<string, readonly [Operator<K>, Operator<K>]>>;
} = {
  text: {
    is: ['is', 'isNot'],
    not: ['isNot', 'is'],
    startsWith: ['startsWith', 'startsNotWith'],
    contains: ['contains', 'containsNot'],
    exists: ['given', 'notGiven'],
  },
  texts: {
    contains: ['has', 'hasNone'],
    containsAll: ['hasAll', 'lacksSome'],
    not: ['hasNone', 'has'],
    exists: ['given', 'notGiven'],
  },
  number: {
    is: ['is', 'isNot'],
    not: ['isNot', 'is'],
    above: ['above', 'atMost'],
    atLeast: ['atLeast', 'below'],
    below: ['below', 'atLeast'],
    atMost: ['atMost', 'above'],
    between: ['between', 'outside'],
    exists: ['given', 'notGiven'],
  },
  time: {
    before: ['before', 'notBefore'],
    after: ['after', 'notAfter'],
    between: ['between', 'outside'],
    exists: ['given', 'notGiven'],
  },
  flag: { exists: ['given', 'notGiven'] },
};

const operatorKinds = {
  text: 'text',
  texts: 'texts',
  number: 'number',
  money: 'number',
  time: 'time',
  flag: 'flag',
} as const satisfies Record<FactKind, keyof OperatorWords>;

function testInWords(test: TestClause, locale: Locale, setting: Setting): string {
  const { fact, operator, operand } = test;
  const { kind } = factOf(fact);
  const words = conditionTexts[locale].facts[fact];
  const isSo = operator === 'exists' ? test.holds === (operand === true) : test.holds;
  if (typeof words === 'object') return flagInWords(words, test, isSo, locale);
  const message = messageOf(operatorKinds[kind], operator, isSo, locale);
  if (operator === 'exists') return say(message, locale, { fact: words });
  if (kind === 'text' || kind === 'texts')
    return say(message, locale, { fact: words, ...wordsOf(test, locale, setting) });
  const value = (each: unknown): string => {
    if (kind === 'money') return amountInWords(each, locale, setting);
    if (kind === 'time') return dayInWords(String(each), locale, setting.timeZone);
    return numberInWords(fact, typeof each === 'number' ? each : Number.NaN, locale);
  };
  if (operator !== 'between')
    return say(message, locale, { fact: words, [kind === 'time' ? 'day' : 'value']: value(operand) });
  const ends: readonly unknown[] = Array.isArray(operand) ? operand : [];
  return say(message, locale, { fact: words, from: value(ends[0]), to: value(ends[1]) });
}

function flagInWords({ yes, no }: FlagWords, { operator, operand }: TestClause, isSo: boolean, locale: Locale): string {
  if (operator === 'exists') return say(messageOf('flag', operator, isSo, locale), locale, { sentence: yes });
  return isSo === (operand === true) ? yes : no;
}

function messageOf(kind: keyof OperatorWords, operator: string, isSo: boolean, locale: Locale): string {
  const saying = sayings[kind][operator];
  if (saying === undefined) throw new RangeError(`There are no words for the test ${operator} of a ${kind}`);
  const key: string = saying[isSo ? 0 : 1];
  const messages: Readonly<Record<string, string>> = conditionTexts[locale].operators[kind];
  return messages[key] ?? key;
}

/** The words of a test as a choice ("A or B") and as a plain list ("A, B"), with their number. */
function wordsOf(
  { fact, operand }: TestClause,
  locale: Locale,
  setting: Setting,
): { readonly values: string; readonly list: string; readonly count: number } {
  const asked: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const words = asked.map((word) => wordInWords(fact, String(word), locale, setting));
  const shown = words.slice(0, MOST_WORDS);
  const left = words.length - shown.length;
  if (left > 0) shown.push(say(conditionTexts[locale].joining.more, locale, { count: left }));
  return { values: joined(shown, locale, 'disjunction'), list: shown.join(', '), count: words.length };
}
