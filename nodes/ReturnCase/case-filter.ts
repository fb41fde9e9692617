import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { CaseFilter, CaseSort } from '../../lib/ledger';
import {
  decisionStateSchema,
  parcelStateSchema,
  parseWith,
  resolutionSchema,
  ReturnsError,
  settlementStateSchema,
} from '../../lib/returns';

/** A filter that was added and left empty, or whose expression found nothing, is none. */
const empty = (value: unknown): boolean =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0);
const text = z.coerce.string().trim().min(1).optional();
const instant = z.coerce
  .date()
  .transform((date) => date.toISOString())
  .optional();

const filtersSchema = z.lazy(() =>
  z.object({
    channel: text,
    decision: z.array(decisionStateSchema).optional(),
    openedFrom: instant,
    openedUntil: instant,
    orderName: text,
    parcel: z.array(parcelStateSchema).optional(),
    referenceName: text,
    referenceValue: text,
    resolution: resolutionSchema.optional(),
    settlement: z.array(settlementStateSchema).optional(),
    text,
    updatedFrom: instant,
    updatedUntil: instant,
  }),
);

/** @throws ReturnsError `invalid_input` naming the filter that does not fit */
export function caseFilterOf(context: IExecuteFunctions, itemIndex: number): CaseFilter {
  const added = Object.entries(context.getNodeParameter('filters', itemIndex, {})).filter(([, value]) => !empty(value));
  const parsed = parseWith(filtersSchema, Object.fromEntries(added), '"Filters"');
  const { referenceName, referenceValue, ...filters } = parsed;
  const reference = referenceOf(referenceName, referenceValue);
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  return { ...given, ...(reference && { reference }) };
}

function referenceOf(name: string | undefined, value: string | undefined): CaseFilter['reference'] {
  if (name === undefined && value === undefined) return undefined;
  if (name !== undefined && value !== undefined) return { name, value };
  throw new ReturnsError('invalid_input', 'A reference has a name and a value', {
    description: 'Add both filters, "Reference Name" and "Reference Value".',
  });
}

const sortSchema = z
  .templateLiteral([z.enum(['change', 'opening']), ':', z.enum(['asc', 'desc'])])
  .transform((value): CaseSort => ({
    by: value.startsWith('opening') ? 'opening' : 'change',
    direction: value.endsWith('asc') ? 'asc' : 'desc',
  }));

export const caseSortOf = (context: IExecuteFunctions, itemIndex: number): CaseSort =>
  parseWith(sortSchema, context.getNodeParameter('sort', itemIndex, 'change:desc'), '"Sort"');
