import type { Locale } from '../../returns';

/**
 * Fills the part of ICU's message syntax that these texts use: `{name}`, and `{count, plural, one {…} other {…}}` with
 * `#` for the number. The library that mails use is loaded asynchronously, and a decision is not: a test holds every
 * text against it.
 */
export function fillMessage(
  message: string,
  locale: Locale,
  values: Readonly<Record<string, string | number>>,
): string {
  return fill(parsed(message), locale, values, undefined);
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'plural'; readonly name: string; readonly cases: ReadonlyMap<string, readonly Part[]> };

const messages = new Map<string, readonly Part[]>();
const plurals = new Map<Locale, Intl.PluralRules>();

function parsed(message: string): readonly Part[] {
  const known = messages.get(message);
  if (known !== undefined) return known;
  const made = parseParts(message, 0, false).parts;
  messages.set(message, made);
  return made;
}

interface Parsed {
  readonly parts: readonly Part[];
  readonly end: number;
}

/** @throws RangeError when a text of ours is misspelt; the tests read every one */
function parseParts(message: string, start: number, isInPlural: boolean): Parsed {
  const parts: Part[] = [];
  let at = start;
  let text = '';
  const endText = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (at < message.length && message[at] !== '}') {
    const letter = message[at] ?? '';
    if (letter === '{') {
      endText();
      const { part, end } = parseArgument(message, at + 1);
      parts.push(part);
      at = end;
    } else if (letter === '#' && isInPlural) {
      endText();
      parts.push({ kind: 'number' });
      at += 1;
    } else {
      text += letter;
      at += 1;
    }
  }
  endText();
  return { parts, end: at };
}

function parseArgument(message: string, start: number): { part: Part; end: number } {
  const head = /^\s*(\w+)\s*(?:\}|,\s*plural\s*,\s*)/.exec(message.slice(start));
  const name = head?.[1];
  if (head === null || name === undefined) throw new RangeError(`The message cannot be read: ${message}`);
  let at = start + head[0].length;
  if (head[0].endsWith('}')) return { part: { kind: 'value', name }, end: at };
  const cases = new Map<string, readonly Part[]>();
  while (message[at] !== '}') {
    const key = /^\s*(\w+)\s*\{/.exec(message.slice(at));
    if (key?.[1] === undefined) throw new RangeError(`The message cannot be read: ${message}`);
    const { parts, end } = parseParts(message, at + key[0].length, true);
    cases.set(key[1], parts);
    at = end + 1;
    while (message[at] === ' ') at += 1;
  }
  return { part: { kind: 'plural', name, cases }, end: at + 1 };
}

function fill(
  parts: readonly Part[],
  locale: Locale,
  values: Readonly<Record<string, string | number>>,
  count: number | undefined,
): string {
  let text = '';
  for (const part of parts) {
    switch (part.kind) {
      case 'text':
        text += part.text;
        break;
      case 'number':
        text += count === undefined ? '#' : count.toLocaleString(locale);
        break;
      case 'value':
        text += String(valueOf(values, part.name));
        break;
      case 'plural': {
        const number = Number(valueOf(values, part.name));
        const chosen = part.cases.get(pluralRules(locale).select(number)) ?? part.cases.get('other') ?? [];
        text += fill(chosen, locale, values, number);
      }
    }
  }
  return text;
}

function valueOf(values: Readonly<Record<string, string | number>>, name: string): string | number {
  const value = values[name];
  if (value === undefined) throw new RangeError(`The message has no value for ${name}`);
  return value;
}

function pluralRules(locale: Locale): Intl.PluralRules {
  const known = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, known);
  return known;
}
