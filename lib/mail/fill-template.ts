import { ReturnsError } from '../returns';

/**
 * Fills a compiled letter. `{{name}}` is the escaped value of `name`, `{{.}}` of the value at hand; what stands
 * between `<!--#name-->` and `<!--/name-->` is repeated for every entry of a list and left out for nothing;
 * `<!--^name-->` is the other way round. Values are looked up in the entry at hand, then outwards.
 */
export type Template = readonly Part[];

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'each' | 'unless'; readonly name: string; readonly parts: Template };

const mark = /\{\{\s*([\w.]+)\s*\}\}|<!--([#^/])(\w+)-->/g;

interface OpenPart {
  readonly name: string;
  readonly kind: 'each' | 'unless';
  readonly parts: Part[];
}

export function parseTemplate(source: string): Template {
  const root: OpenPart = { name: '', kind: 'each', parts: [] };
  const open: OpenPart[] = [];
  const current = (): OpenPart => open.at(-1) ?? root;
  let at = 0;
  for (const match of source.matchAll(mark)) {
    const [whole, value, sign, name = ''] = match;
    current().parts.push({ kind: 'text', text: source.slice(at, match.index) });
    at = match.index + whole.length;
    if (value !== undefined) current().parts.push({ kind: 'value', name: value });
    else if (sign !== '/') open.push({ name, kind: sign === '#' ? 'each' : 'unless', parts: [] });
    else {
      const closed = open.pop();
      if (closed?.name !== name) throw brokenTemplate(`part "${name}" is closed but not open`);
      current().parts.push(closed);
    }
  }
  if (open.length > 0) throw brokenTemplate(`part "${current().name}" is never closed`);
  return [...root.parts, { kind: 'text', text: source.slice(at) }];
}

/** @param scopes the values, the innermost first */
export function fillTemplate(template: Template, ...scopes: readonly unknown[]): string {
  return template
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const value = lookUp(part.name, scopes);
      if (part.kind === 'value') return escapeHtml(textOf(part.name, value));
      const entries = Array.isArray(value) ? (value as unknown[]) : isNothing(value) ? [] : [value];
      if (part.kind === 'unless') return entries.length === 0 ? fillTemplate(part.parts, ...scopes) : '';
      return entries.map((entry) => fillTemplate(part.parts, entry, ...scopes)).join('');
    })
    .join('');
}

const isNothing = (value: unknown): boolean => value === undefined || value === '';

function lookUp(name: string, scopes: readonly unknown[]): unknown {
  if (name === '.') return scopes[0];
  for (const scope of scopes) {
    if (typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)) return Reflect.get(scope, name);
  }
  return undefined;
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toString();
  throw brokenTemplate(`nothing to write for "${name}"`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const brokenTemplate = (fault: string): ReturnsError =>
  new ReturnsError('unsupported', `The letter's template is broken: ${fault}`, {
    description: 'Build the package again; if that does not help, report it.',
  });
