import { z } from 'zod/v4';
import { isKept } from './personal-data';

/** Stands where a text was that a schema cannot do without. */
export const ERASED = 'erased';
const ERASED_EMAIL = 'erased@erased.invalid';
const ERASED_URL = 'https://erased.invalid/';

/**
 * A value without what is personal in it, as a value of the same schema; undefined when nothing is left and the schema
 * can do without. What the schema does not name goes too: a newer version may have written it.
 * @param path where in a dossier the value stands
 */
export function eraseValue(schema: z.core.$ZodType, value: unknown, path: readonly string[]): unknown {
  const { inner, isOptional } = unwrap(schema);
  if (value === undefined || value === null || isKept(path)) return value;
  if (inner instanceof z.ZodObject) return isRecord(value) ? eraseObject(inner.shape, value, path) : undefined;
  if (inner instanceof z.ZodArray) {
    return Array.isArray(value) ? eraseList(inner.element, value, path) : isOptional ? undefined : [];
  }
  if (inner instanceof z.ZodRecord) return isRecord(value) ? eraseRecord(inner.valueType, value, path) : {};
  if (isHarmless(inner, value)) return value;
  return isOptional ? undefined : placeholderOf(inner);
}

interface Unwrapped {
  readonly inner: z.core.$ZodType;
  readonly isOptional: boolean;
}

function unwrap(schema: z.core.$ZodType): Unwrapped {
  if (schema instanceof z.ZodOptional) return { inner: unwrap(schema.unwrap()).inner, isOptional: true };
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy)
    return unwrap(schema.unwrap());
  return { inner: schema, isOptional: false };
}

const eraseObject = (
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Record<string, unknown> =>
  withoutUndefined(Object.entries(shape).map(([key, schema]) => [key, eraseValue(schema, value[key], [...path, key])]));

function eraseList(element: z.core.$ZodType, values: readonly unknown[], path: readonly string[]): unknown[] {
  const isText = !(unwrap(element).inner instanceof z.ZodObject);
  return values.flatMap((value, index) => {
    const at = [...path, String(index)];
    // A list of texts that says "erased" three times says nothing.
    if (isText && !isKept(at) && !isHarmless(unwrap(element).inner, value)) return [];
    return [eraseValue(element, value, at)];
  });
}

/** The keys are as free as the values: what is not listed by its name goes, but for numbers and the like. */
const eraseRecord = (
  schema: z.core.$ZodType,
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Record<string, unknown> =>
  withoutUndefined(
    Object.entries(value).filter(([key, entry]) => isKept([...path, key]) || isHarmless(unwrap(schema).inner, entry)),
  );

/** By its schema, not by its look: a text may well look like a number, or like an instant. */
function isHarmless(schema: z.core.$ZodType, value: unknown): boolean {
  if (schema instanceof z.ZodUnion) return schema.options.every((option) => isHarmless(option, value));
  if (schema instanceof z.ZodNumber) return typeof value === 'number';
  if (schema instanceof z.ZodBoolean) return typeof value === 'boolean';
  return schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral || schema instanceof z.ZodISODateTime;
}

function placeholderOf(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodEmail) return ERASED_EMAIL;
  if (schema instanceof z.ZodURL) return ERASED_URL;
  return schema instanceof z.ZodString ? ERASED : undefined;
}

const withoutUndefined = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
