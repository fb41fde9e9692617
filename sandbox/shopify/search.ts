import { notSimulated } from './errors';

/** A field of a search query: its values in one record, compared as text, number or instant. */
export type SearchFields<T> = Record<string, (item: T) => readonly string[]>;

interface Term {
  negated: boolean;
  key: string | undefined;
  operator: '=' | '>' | '<' | '>=' | '<=';
  value: string;
}

type Token = Term | 'AND' | 'OR' | '(' | ')';

const termPattern = /(-?)(?:(\w+):)?(>=|<=|>|<)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^\s()"'\\]|\\.)+))/y;

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  let negateNext = false;
  while (index < query.length) {
    const letter = query[index] ?? '';
    if (/\s/.test(letter)) {
      index += 1;
      continue;
    }
    if (letter === '(' || letter === ')') {
      tokens.push(letter);
      index += 1;
      continue;
    }
    termPattern.lastIndex = index;
    const match = termPattern.exec(query);
    if (match === null) throw notSimulated(`search query ${query}`);
    index = termPattern.lastIndex;
    const [whole, minus, key, comparison, double, single, bare] = match;
    if (whole === 'AND' || whole === 'OR') tokens.push(whole);
    else if (whole === 'NOT') negateNext = true;
    else {
      const operator =
        comparison === '>' || comparison === '<' || comparison === '>=' || comparison === '<=' ? comparison : '=';
      const value = (double ?? single ?? bare ?? '').replace(/\\(.)/g, '$1');
      tokens.push({ negated: minus === '-' || negateNext, key, operator, value });
      negateNext = false;
    }
  }
  return tokens;
}

function compare(actual: string, operator: Term['operator'], wanted: string): boolean {
  if (operator === '=') {
    const [left, right] = [actual.toLowerCase(), wanted.toLowerCase()];
    return right.endsWith('*') ? left.startsWith(right.slice(0, -1)) : left === right;
  }
  const asNumber = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text));
  const [left, right] = [asNumber(actual), asNumber(wanted)];
  if (operator === '>') return left > right;
  if (operator === '<') return left < right;
  return operator === '>=' ? left >= right : left <= right;
}

function matchesTerm<T>(item: T, term: Term, fields: SearchFields<T>): boolean {
  const field = fields[term.key ?? 'default'];
  if (field === undefined) throw notSimulated(`search by ${term.key ?? 'free text'}`);
  if (term.key === 'status' && term.value.toLowerCase() === 'any') return !term.negated;
  const found = field(item).some((value) => compare(value, term.operator, term.value));
  return found !== term.negated;
}

/**
 * The records that a Shopify search query finds: `key:value`, quotes, comparisons, AND (also unwritten), OR, NOT, minus
 * and parentheses; a value that ends in `*` is a prefix. Without a query all are found.
 */
export function search<T>(items: readonly T[], query: string | null | undefined, fields: SearchFields<T>): T[] {
  if (query === undefined || query === null || query.trim() === '') return [...items];
  const tokens = tokenize(query);
  return items.filter((item) => {
    let index = 0;
    const atom = (): boolean => {
      const token = tokens[index];
      index += 1;
      if (token === '(') {
        const value = either();
        index += 1;
        return value;
      }
      return typeof token === 'object' && matchesTerm(item, token, fields);
    };
    const both = (): boolean => {
      let value = atom();
      for (let next = tokens[index]; next !== undefined && next !== 'OR' && next !== ')'; next = tokens[index]) {
        if (next === 'AND') index += 1;
        value = atom() && value;
      }
      return value;
    };
    const either = (): boolean => {
      let value = both();
      while (tokens[index] === 'OR') {
        index += 1;
        value = both() || value;
      }
      return value;
    };
    return either();
  });
}
