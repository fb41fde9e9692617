import type { OrderLine } from '../../returns';
import type { Policy } from '../document/policy-schema';
import type { LineFindings, Together } from './findings';

type Otherwise = Policy['together']['bundles']['otherwise'];

/** Notes on each line what belongs to it and stays behind. */
export function findTogether(
  { together: { bundles, promotionGifts } }: Policy,
  ordered: readonly OrderLine[],
  lines: readonly LineFindings[],
): void {
  if (bundles.comeBack === 'apart' && !promotionGifts.comeBack) return;
  const asked = new Map<string, number>();
  for (const { entry } of lines) asked.set(entry.line.id, (asked.get(entry.line.id) ?? 0) + entry.asked.quantity);
  const backOf = ({ id }: OrderLine): number => asked.get(id) ?? 0;

  for (const line of lines) {
    const { bundle, quantity, id } = line.entry.line;
    if (bundles.comeBack === 'together' && bundle !== undefined) {
      const share = backOf(line.entry.line) / quantity;
      const missing = ordered.filter((other) => other.bundle === bundle && backOf(other) / other.quantity < share);
      note(line, 'together.bundle', bundles.otherwise, 'bundle', missing);
    }
    if (promotionGifts.comeBack) {
      const missing = ordered.filter(
        (gift) =>
          gift.giftWith?.includes(id) === true && isWholeBack(gift, ordered, backOf) && backOf(gift) < gift.quantity,
      );
      note(line, 'together.promotion-gift', promotionGifts.otherwise, 'promotion_gift', missing);
    }
  }
}

/** The gift was for the goods: it comes back when all of those do. */
const isWholeBack = (
  { giftWith = [] }: OrderLine,
  ordered: readonly OrderLine[],
  backOf: (line: OrderLine) => number,
): boolean => ordered.filter(({ id }) => giftWith.includes(id)).every((line) => backOf(line) >= line.quantity);

function note(
  line: LineFindings,
  name: string,
  otherwise: Otherwise,
  kind: Together['kind'],
  missing: readonly OrderLine[],
): void {
  if (missing.length === 0) return;
  const what = { kind, missing: missing.map(({ title }) => title) };
  switch (otherwise) {
    case 'reject':
      line.refuse({ cause: 'together', name, what });
      return;
    case 'review':
      line.doubt({ name, because: 'together' });
      return;
    case 'needs_info':
      line.ask({ kind: 'together', name, what });
  }
}
