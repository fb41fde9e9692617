import { counted, ReturnsError } from '../../returns';
import { gid } from './gid';
import type { LineQuantity, ShopifyReturn } from './types';

/** Units of one line of a return, by Shopify's id of it. */
export interface Selection {
  readonly id: string;
  readonly quantity: number;
}

/**
 * The return lines that hold these units of order lines: all that can be processed when none are named.
 * @throws ReturnsError `conflict` when fewer can be processed than are named
 */
export function selectLines(value: ShopifyReturn, wanted: readonly LineQuantity[] | undefined): Selection[] {
  const open = value.lines.map((line) => ({ id: line.id, orderLineId: line.orderLineId, left: line.processable }));
  if (wanted === undefined) {
    return open.filter(({ left }) => left > 0).map(({ id, left }) => ({ id, quantity: left }));
  }
  return wanted.flatMap(({ orderLineId, quantity }) => {
    let missing = quantity;
    const selected: Selection[] = [];
    for (const line of open.filter((candidate) => candidate.orderLineId === gid('LineItem', orderLineId))) {
      const part = Math.min(missing, line.left);
      if (part <= 0) continue;
      line.left -= part;
      missing -= part;
      selected.push({ id: line.id, quantity: part });
    }
    if (missing > 0) throw notProcessable(value, orderLineId, quantity, quantity - missing);
    return selected;
  });
}

/**
 * The exchange lines that hold these units of variants.
 * @throws ReturnsError `conflict` when fewer are left
 */
export function selectExchange(
  value: ShopifyReturn,
  wanted: readonly { readonly variantId: string; readonly quantity: number }[],
): Selection[] {
  const open = value.exchangeLines.map((line) => ({ id: line.id, variantId: line.variantId, left: line.processable }));
  return wanted.flatMap(({ variantId, quantity }) => {
    let missing = quantity;
    const selected: Selection[] = [];
    for (const line of open.filter((candidate) => candidate.variantId === gid('ProductVariant', variantId))) {
      const part = Math.min(missing, line.left);
      if (part <= 0) continue;
      line.left -= part;
      missing -= part;
      selected.push({ id: line.id, quantity: part });
    }
    if (missing > 0) throw notProcessable(value, variantId, quantity, quantity - missing);
    return selected;
  });
}

export const exchangeSelection = (value: ShopifyReturn): Selection[] =>
  value.exchangeLines
    .filter(({ processable }) => processable > 0)
    .map(({ id, processable }) => ({ id, quantity: processable }));

function notProcessable(value: ShopifyReturn, orderLineId: string, asked: number, left: number): ReturnsError {
  return new ReturnsError(
    'conflict',
    `${counted(asked, 'unit')} of a line of return ${value.name} cannot be processed: ${left} left in Shopify`,
    {
      provider: 'shopify',
      description:
        'They were processed in Shopify, or by another workflow, or are not part of this return. Look at it in Shopify.',
      context: { orderLineId, asked, left, status: value.status },
    },
  );
}
