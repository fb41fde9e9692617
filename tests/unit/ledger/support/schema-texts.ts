import { z } from 'zod/v4';
import { fc } from '../../../support/properties';

type Schema = z.core.$ZodType;

const unwrap = (schema: Schema): Schema =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodDefault ||
  schema instanceof z.ZodLazy
    ? unwrap(schema.unwrap())
    : schema;

const isClosedList = (schema: Schema): boolean =>
  schema instanceof z.ZodEnum ||
  schema instanceof z.ZodLiteral ||
  schema instanceof z.ZodNever ||
  (schema instanceof z.ZodUnion && schema.options.every(isClosedList));

/** The places of a schema where any text may stand, `*` for the elements of lists and the keys of records. */
export function textPaths(wrapped: Schema, path: readonly string[] = []): string[] {
  const schema = unwrap(wrapped);
  if (schema instanceof z.ZodObject) {
    return Object.entries<Schema>(schema.shape).flatMap(([key, field]) => textPaths(field, [...path, key]));
  }
  if (schema instanceof z.ZodArray) return textPaths(schema.element, [...path, '*']);
  if (schema instanceof z.ZodRecord) return textPaths(schema.valueType, [...path, '*']);
  const isFree = !(
    isClosedList(schema) ||
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodISODateTime
  );
  return isFree ? [path.join('.')] : [];
}

/** What a refinement or a pattern allows, at the places where not any text will do. */
const allowed: Readonly<Record<string, string>> = {
  currency: 'EUR',
  noBonusIn: 'EUR',
  country: 'FR',
  timeZone: 'Europe/Paris',
};

/** Values of a schema with the mark in every text that may hold it; optional fields come and go. */
export function markedBy(schema: Schema, mark: string, key = ''): fc.Arbitrary<unknown> {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return markedObject(inner.shape, mark);
  if (inner instanceof z.ZodArray) return fc.array(markedBy(inner.element, mark, key), { minLength: 1, maxLength: 2 });
  if (inner instanceof z.ZodRecord) return markedRecord(inner, mark);
  if (inner instanceof z.ZodEnum) return fc.constantFrom<unknown>(...inner.options);
  if (inner instanceof z.ZodUnion) return fc.oneof(...inner.options.map((option) => markedBy(option, mark, key)));
  if (inner instanceof z.ZodNumber) return fc.integer({ min: 1, max: 99 });
  if (inner instanceof z.ZodBoolean) return fc.boolean();
  if (inner instanceof z.ZodISODateTime) return fc.constant('2026-01-15T10:00:00.000Z');
  if (inner instanceof z.ZodISODate) return fc.constant('2026-01-01');
  if (inner instanceof z.ZodURL) return fc.nat().map((nat) => `https://example.com/${mark}${nat}`);
  if (inner instanceof z.ZodEmail) return fc.nat().map((nat) => `${mark}${nat}@example.com`);
  const fixed = allowed[key];
  if (fixed !== undefined) return fc.constant(fixed);
  return fc.nat(9999).map((nat) => `${mark}${nat}`);
}

function markedObject(shape: Readonly<Record<string, Schema>>, mark: string): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, markedBy(field, mark, key)]));
  const requiredKeys = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
  return fc.record(fields, { requiredKeys });
}

function markedRecord(schema: z.ZodRecord, mark: string): fc.Arbitrary<unknown> {
  const words = keyWords(schema.keyType);
  const key = words.length > 0 ? fc.constantFrom(...words) : fc.nat(9999).map((nat) => `${mark}${nat}`);
  return fc.dictionary(key, markedBy(schema.valueType, mark), { minKeys: 1, maxKeys: 3 });
}

function keyWords(schema: Schema): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keyWords);
  return [];
}
