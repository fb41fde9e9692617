import type { IExecuteFunctions } from 'n8n-workflow';
import type { z } from 'zod/v4';
import { parseWith } from '../../lib/returns';

/**
 * A chapter that the item brings along; undefined when it has none.
 * @throws ReturnsError `invalid_input` listing what does not fit
 */
export function carriedChapter<T extends z.ZodType>(
  context: IExecuteFunctions,
  itemIndex: number,
  name: string,
  schema: T,
): z.output<T> | undefined {
  const value = context.getInputData()[itemIndex]?.json[name];
  return value === undefined || value === null ? undefined : parseWith(schema, value, `the chapter "${name}"`);
}
