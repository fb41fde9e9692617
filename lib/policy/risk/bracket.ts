import type { Order, OrderLine, ReturnRequest } from '../../returns';
import type { PastReturn } from './history';

/** Of the products that an order has in three variants or more, the one of which the most come back. */
export function bracketOf({ lines }: Order, request: ReturnRequest): PastReturn['bracket'] {
  if (lines.length < 3) return undefined;
  const back = new Set(request.lines.map(({ orderLineId }) => orderLineId));
  const products = new Map<string, { bought: Set<string>; back: Set<string> }>();
  for (const line of lines) {
    const product = products.get(productOf(line)) ?? { bought: new Set(), back: new Set() };
    products.set(productOf(line), product);
    product.bought.add(variantOf(line));
    if (back.has(line.id)) product.back.add(variantOf(line));
  }
  let most: PastReturn['bracket'];
  for (const product of products.values()) {
    const found = { variants: product.bought.size, back: product.back.size };
    if (found.variants >= 3 && (most === undefined || isMore(found, most))) most = found;
  }
  return most;
}

const isMore = (one: Bracket, other: Bracket): boolean =>
  one.back !== other.back ? one.back > other.back : one.variants < other.variants;

type Bracket = NonNullable<PastReturn['bracket']>;

const productOf = (line: OrderLine): string => line.productId ?? line.title;
const variantOf = (line: OrderLine): string => line.variantId ?? line.sku ?? line.variantTitle ?? line.id;
