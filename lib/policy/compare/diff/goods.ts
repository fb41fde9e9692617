import { factOf, type FactName } from '../../facts';
import { clauseInWords } from '../../render/words/condition-in-words';
import { clauseOf, testsOf, type Clause, type TestClause } from '../../render/words/clauses';
import { wordInWords } from '../../render/words/values';
import type { Setting } from '../../render/words/speaker';
import type { Condition } from '../../document/condition';
import { andList } from './say';

/** Longer lists of goods are told by their number. */
const MOST_WORDS = 6;

/** Facts of which the words alone say which goods are meant. */
const short: Partial<Readonly<Record<FactName, (words: readonly string[]) => string>>> = {
  'line.category': (words) => andList(words.map(bare)),
  'line.type': (words) => andList(words.map(bare)),
  'line.vendor': (words) => `goods of the brand ${orList(words)}`,
  'line.tags': (words) => `goods tagged ${orList(words)}`,
  'line.traits': (words) => `goods marked ${orList(words)}`,
  'line.collections': (words) => `goods in the collection ${orList(words)}`,
  'order.country': (words) => `orders to ${orList(words)}`,
  'order.channel': (words) => `orders on ${orList(words.map(bare))}`,
};

/** Which goods a rule is about: "shoes and hats", "orders to France", "goods for which …", or "all goods". */
export function goodsOf(when: Condition | undefined, setting: Setting): string {
  return aboutOf(when, setting, 'goods', 'all goods');
}

/** Which requests a rule is about. */
export function requestsOf(when: Condition | undefined, setting: Setting): string {
  const clause = clauseOf(when);
  if (clause.kind === 'all' && clause.parts.length === 0) return 'all requests';
  return `requests where ${clauseInWords(clause, 'en', setting)}`;
}

function aboutOf(when: Condition | undefined, setting: Setting, noun: string, all: string): string {
  const clause = clauseOf(when);
  if (clause.kind === 'all' && clause.parts.length === 0) return all;
  return shortly(clause, setting) ?? `${noun} for which ${clauseInWords(clause, 'en', setting)}`;
}

function shortly(clause: Clause, setting: Setting): string | undefined {
  const [test, ...others] = testsOf(clause);
  if (test === undefined || others.length > 0 || !isUsual(test)) return undefined;
  const asked: readonly unknown[] = Array.isArray(test.operand) ? test.operand : [test.operand];
  if (asked.length > MOST_WORDS) return undefined;
  return short[test.fact]?.(asked.map((word) => wordInWords(test.fact, String(word), 'en', setting)));
}

const isUsual = ({ fact, operator, holds }: TestClause): boolean =>
  holds && operator === (factOf(fact).kind === 'texts' ? 'contains' : 'is');

const bare = (word: string): string => word.replace(/^“(.*)”$/, '$1');

const orList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
