import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { SearchOptions, TimeFilters } from '../../lib/shops/tiktok-shop';
import { ReturnsError } from '../../lib/returns';
import { commaSeparated } from './comma-separated';

/** The bounds in time that every search takes. */
export const timeFilterOptions: INodeProperties[] = [
  { displayName: 'Changed Before', name: 'updatedBefore', type: 'dateTime', default: '' },
  { displayName: 'Changed Since', name: 'updatedFrom', type: 'dateTime', default: '' },
  { displayName: 'Created Before', name: 'createdBefore', type: 'dateTime', default: '' },
  { displayName: 'Created Since', name: 'createdFrom', type: 'dateTime', default: '' },
];

/** Ids as a text with commas. */
export const idsOption = (displayName: string, name: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: '',
  description: 'Comma-separated',
});

export const localeOption: INodeProperties = {
  displayName: 'Language of the Texts',
  name: 'locale',
  type: 'string',
  default: '',
  placeholder: 'e.g. en-GB',
};

export const sortOption: INodeProperties = {
  displayName: 'Sort',
  name: 'sort',
  type: 'options',
  options: [
    { name: 'Changed, Newest First', value: 'update_time DESC' },
    { name: 'Changed, Oldest First', value: 'update_time ASC' },
    { name: 'Created, Newest First', value: 'create_time DESC' },
    { name: 'Created, Oldest First', value: 'create_time ASC' },
  ],
  default: 'create_time DESC',
};

export type Filters = Readonly<Record<string, unknown>>;

export const filtersOf = (context: IExecuteFunctions, itemIndex: number): Filters =>
  context.getNodeParameter('filters', itemIndex, {}) as Filters;

export const textFilter = (filters: Filters, name: string): string => {
  const value = filters[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

export const listFilter = (filters: Filters, name: string): readonly string[] => {
  const value = filters[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** @throws ReturnsError `invalid_input` for what is no point in time */
export function timeFiltersOf(filters: Filters): TimeFilters {
  const names = ['createdFrom', 'createdBefore', 'updatedFrom', 'updatedBefore'] as const;
  const given = names.flatMap((name) => {
    const text = textFilter(filters, name);
    return text === '' ? [] : [[name, instantOf(text, name)] as const];
  });
  return Object.fromEntries(given);
}

function instantOf(text: string, name: string): string {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  throw new ReturnsError('invalid_input', `"${name}" is no date: ${text}`, {
    description: 'Choose a date, or let the expression give one such as 2026-11-22T09:30:00Z.',
  });
}

/** What searches for returns and for cancellations are both narrowed by. */
export function afterSaleFiltersOf(filters: Filters) {
  const locale = textFilter(filters, 'locale');
  return {
    ...timeFiltersOf(filters),
    orderIds: commaSeparated(filters['orderIds']),
    buyerUserIds: commaSeparated(filters['buyerUserIds']),
    types: listFilter(filters, 'types'),
    ...(locale !== '' && { locale }),
  };
}

/** How many, and in which order. */
export function searchOptionsOf(context: IExecuteFunctions, itemIndex: number, filters: Filters): SearchOptions {
  const all = context.getNodeParameter('returnAll', itemIndex, false) === true;
  const [sortBy, order] = textFilter(filters, 'sort').split(' ');
  return {
    ...(!all && { limit: Number(context.getNodeParameter('limit', itemIndex, 50)) }),
    ...(sortBy === 'create_time' || sortBy === 'update_time' ? { sortBy } : {}),
    ...(order === 'ASC' || order === 'DESC' ? { order } : {}),
  };
}
