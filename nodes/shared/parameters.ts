import type { IExecuteFunctions } from 'n8n-workflow';
import type { z } from 'zod/v4';
import { ReturnsError, parseWith } from '../../lib/returns';
import { itemParameter } from './item-parameter';

/** A text parameter, trimmed; empty when it is absent or its expression found nothing. */
export function textParameter(context: IExecuteFunctions, name: string, itemIndex: number): string {
  const value = itemParameter(context, name, itemIndex, '');
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** What was picked from a list, or given as an ID. */
export function pickedParameter(context: IExecuteFunctions, name: string, itemIndex: number): string {
  const value: unknown = context.getNodeParameter(name, itemIndex, '', { extractValue: true });
  // An expression may give a provider's id as the number that its webhook holds.
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** @throws ReturnsError `invalid_input` naming the field when nothing is picked */
export const requiredPicked = (context: IExecuteFunctions, name: string, label: string, itemIndex: number): string =>
  ensureFilled(pickedParameter(context, name, itemIndex), label);

/** @throws ReturnsError `invalid_input` naming the field when it is empty */
export const requiredText = (context: IExecuteFunctions, name: string, label: string, itemIndex: number): string =>
  ensureFilled(textParameter(context, name, itemIndex), label);

function ensureFilled(value: string, label: string): string {
  if (value !== '') return value;
  throw new ReturnsError('invalid_input', `"${label}" is empty`, {
    description: `Fill in "${label}", or place this node behind one that adds it to the item.`,
  });
}

/**
 * A parameter that holds a chapter: an object from an expression, or JSON typed by hand.
 * @throws ReturnsError `invalid_input` listing what does not fit
 */
export function chapterParameter<T extends z.ZodType>(
  context: IExecuteFunctions,
  name: string,
  label: string,
  schema: T,
  itemIndex: number,
): z.output<T> {
  const chapter = optionalChapterParameter(context, name, label, schema, itemIndex);
  if (chapter !== undefined) return chapter;
  throw new ReturnsError('invalid_input', `"${label}" is empty`, {
    description: `Place this node behind one that adds "${label}" to the item, or fill it in.`,
  });
}

/** The same for a chapter that may be missing: undefined when the field, or what its expression finds, is empty. */
export function optionalChapterParameter<T extends z.ZodType>(
  context: IExecuteFunctions,
  name: string,
  label: string,
  schema: T,
  itemIndex: number,
): z.output<T> | undefined {
  const value = optionalJsonParameter(context, name, label, itemIndex);
  return value === undefined ? undefined : parseWith(schema, value, `"${label}"`);
}

/** JSON of any shape, for who parses it further on; undefined when the field, or what its expression finds, is empty. */
export function optionalJsonParameter(
  context: IExecuteFunctions,
  name: string,
  label: string,
  itemIndex: number,
): unknown {
  const value = itemParameter(context, name, itemIndex, null);
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? parseJson(value, label) : value;
}

export function parseJson(text: string, label: string): unknown {
  const parsed = tryParse(text);
  if (parsed) return parsed.value;
  throw new ReturnsError('invalid_input', `"${label}" is not valid JSON`, {
    description: 'Correct the JSON, or switch the field to an expression that gives an object.',
  });
}

function tryParse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** A number that the field takes. @throws ReturnsError `invalid_input` naming the field when an expression gives no such number */
export function wholeNumber(context: IExecuteFunctions, name: string, label: string, itemIndex: number): number {
  const value = Number(context.getNodeParameter(name, itemIndex));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new ReturnsError('invalid_input', `"${label}" is not a whole number above zero`, {
    description: `Correct "${label}", or what its expression gives.`,
  });
}

/** @returns an ISO instant */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
