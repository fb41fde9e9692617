import { formatMoney, type Decision, type Money, type TraceEntry } from '../../returns';
import { isPlainObject } from '../document/check-condition';

/** How the lines of an order are called, by their ids. */
export type Titles = ReadonlyMap<string, string>;

/**
 * The trace of a decision as sentences, in English as everything that agents and auditors read: which rule was looked
 * at, what it says and saw, whether it held, what it lacked, which one decided and which law overruled it.
 * @param titles lines that are not named in it are called by their ids
 */
export const traceInWords = ({ trace }: Pick<Decision, 'trace'>, titles: Titles = new Map()): string[] =>
  trace.map((entry) => sentenceOf(entry, titles));

function sentenceOf(entry: TraceEntry, titles: Titles): string {
  const { rule, orderLineId, effect, saw } = entry;
  const about = orderLineId === undefined ? '' : `${titles.get(orderLineId) ?? `Line ${orderLineId}`}: `;
  const says = effect === undefined ? '' : ` (${effect})`;
  const seen = Object.entries(saw).map(([name, value]) => `${name} ${valueInWords(value)}`);
  return `${about}rule "${rule}"${says} ${verdictOf(entry)}${seen.length > 0 ? `; it saw ${seen.join(', ')}` : ''}.`;
}

function verdictOf({ held, decided, missing, overruledBy }: TraceEntry): string {
  if (overruledBy !== undefined) {
    const { jurisdiction, article } = overruledBy;
    return `was overruled by the law (${jurisdiction}, ${article})`;
  }
  if (missing !== undefined && missing.length > 0) {
    return `${decided ? 'decided, and needs' : 'needs'} ${missing.join(', ')}, which nobody has told`;
  }
  if (decided) return held ? 'held and decided' : 'decided';
  return held ? 'held' : 'did not hold';
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'string') return value === '' ? 'none' : value;
  if (isMoney(value)) return formatMoney(value, 'en');
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueInWords).join(' and ');
  return JSON.stringify(value);
}

const isMoney = (value: unknown): value is Money =>
  isPlainObject(value) && Number.isSafeInteger(value['amount']) && typeof value['currency'] === 'string';
