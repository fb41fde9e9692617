import { firstRow, integerOf, sql, type Work } from './sql';

/**
 * The next number of a yearly series, e.g. `RMA-2026-000001`. Gapless because it is taken in the transaction that uses
 * it: when that fails, the number was never given out. The year is that of UTC.
 */
export function* allocateNumber(series: string, at: string): Work<string> {
  const year = at.slice(0, 4);
  const row = yield* firstRow(sql`
    INSERT INTO numbers (series, year, last) VALUES (${series}, ${Number(year)}, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = numbers.last + 1
    RETURNING last`);
  return `${series}-${year}-${String(integerOf(row ?? {}, 'last')).padStart(6, '0')}`;
}
