import type { z } from 'zod/v4';
import { isPlainObject } from './check-condition';
import { nearest, unknownWord } from './suggest';

type Issue = z.core.$ZodIssue;

/** Faults beyond this are counted, not shown: nobody reads them all, and a message has to end. */
const SHOWN = 100;

/**
 * Every fault as `place: what is wrong`, with the word that was probably meant.
 * @param schema JSON Schema of the document; asked for only when a key is unknown
 */
export function faultsOf(issues: readonly Issue[], document: unknown, schema: () => unknown): string[] {
  const faults = issues.flatMap((issue) => faultOf(issue, document, schema));
  const hidden = faults.length - SHOWN;
  return hidden > 0 ? [...faults.slice(0, SHOWN), `and ${hidden} more faults`] : faults;
}

function faultOf(issue: Issue, document: unknown, schema: () => unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(propertiesOf(partAt(schema(), issue.path)));
    return issue.keys.map((key) => `${placeOf([...issue.path, key])}: ${unknownWord(key, known)}`);
  }
  return [`${placeOf(issue.path)}: ${messageOf(issue, document)}`];
}

function messageOf(issue: Issue, document: unknown): string {
  const value = valueAt(document, issue.path);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const meant = typeof value === 'string' ? nearest(value, values) : undefined;
    const expected = `expected one of ${values.join(', ')}`;
    return typeof value === 'string' && meant !== undefined ? unknownWord(value, values) : expected;
  }
  if (issue.code === 'invalid_type' && value === undefined) return `expected ${issue.expected}, but it is missing`;
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find(({ path }) => path.length > 0) ?? issue.errors.flat()[0];
    return inner === undefined
      ? issue.message
      : `${inner.path.length > 0 ? `${placeOf(inner.path)} ` : ''}${inner.message}`;
  }
  return issue.message;
}

/** `routing[0].when["line.category"]`: where in the document, as a program would write it. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = '';
  for (const part of path) {
    const key = String(part);
    if (typeof part === 'number') place += `[${key}]`;
    else if (/^[\w$-]{1,80}$/.test(key)) place += place === '' ? key : `.${key}`;
    else place += `[${JSON.stringify(key.slice(0, 80))}]`;
  }
  return place || 'policy';
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = (value as readonly unknown[])[key];
    else if (isPlainObject(value) && Object.hasOwn(value, key)) value = value[String(key)];
    else return undefined;
  }
  return value;
}

function partAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let part = root;
  for (const key of path) {
    if (!isPlainObject(part)) return undefined;
    const next =
      typeof key === 'number' ? part['items'] : (propertiesOf(part)[String(key)] ?? part['additionalProperties']);
    part = isPlainObject(next) && typeof next['$ref'] === 'string' ? definitionOf(root, next['$ref']) : next;
  }
  return part;
}

const propertiesOf = (part: unknown): Record<string, unknown> =>
  isPlainObject(part) && isPlainObject(part['properties']) ? part['properties'] : {};

const definitionOf = (root: unknown, ref: string): unknown =>
  isPlainObject(root) && isPlainObject(root['$defs']) ? root['$defs'][ref.replace('#/$defs/', '')] : undefined;
