import { z } from 'zod/v4';
import { invalidParameter } from './errors';

interface Sorted {
  id: string;
  createTime: number;
  updateTime: number;
}

export interface PageRequest {
  sortField: 'createTime' | 'updateTime';
  sortOrder: 'ASC' | 'DESC';
  size: number;
  token: string | undefined;
}

const placeShape = z.tuple([z.number(), z.string()]);

function placeOf(token: string): [number, string] {
  try {
    return placeShape.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
  } catch {
    throw invalidParameter('page_token');
  }
}

/**
 * One page in order of time, then id. The token says after which entry the next page begins, so that what comes in
 * between neither repeats nor hides an entry.
 */
export function pageOf<T extends Sorted>(
  all: readonly T[],
  { sortField, sortOrder, size, token }: PageRequest,
): { page: T[]; nextToken: string; total: number } {
  const sign = sortOrder === 'ASC' ? 1 : -1;
  const compare = (left: readonly [number, string], right: readonly [number, string]): number =>
    sign * (left[0] - right[0] || (left[1] < right[1] ? -1 : left[1] > right[1] ? 1 : 0));
  const sorted = [...all].sort((left, right) => compare([left[sortField], left.id], [right[sortField], right.id]));
  const from = token === undefined || token === '' ? undefined : placeOf(token);
  const rest = from === undefined ? sorted : sorted.filter((entry) => compare([entry[sortField], entry.id], from) > 0);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const nextToken =
    last === undefined || rest.length <= size
      ? ''
      : Buffer.from(JSON.stringify([last[sortField], last.id])).toString('base64url');
  return { page, nextToken, total: all.length };
}

/** Reads a number of entries per page. */
export function pageSize(
  text: string | undefined,
  { usual, least, most }: Record<'usual' | 'least' | 'most', number>,
): number {
  const size = text === undefined || text === '' ? usual : Number(text);
  if (!Number.isInteger(size) || size < least || size > most) throw invalidParameter('page_size');
  return size;
}
