import { ReturnsError, shareOf, type Order, type OrderLine, type RequestLine, type ReturnRequest } from '../../returns';

/** One line of the request beside the line of the order that it speaks of. */
export interface AskedLine {
  readonly asked: RequestLine;
  readonly line: OrderLine;
  /** What the shopper paid for the units that come back, in minor units, tax included. */
  readonly worth: number;
  /** The tax within it. */
  readonly tax: number;
}

/** Orders beyond this are a mistake of whoever fills the request in. */
const MOST_LINES = 5000;
/** Up to here, looking through the list is faster than making a table of it. */
const FEW_LINES = 12;

/**
 * Pairs the lines of request and order and says what the units are worth. Units given back before, and units named
 * twice in one request, never count twice: the shares of a line sum to what was paid for it.
 * @throws ReturnsError `invalid_input` when the order has no such line, or fewer units of it, and for amounts and
 *   quantities that cannot be
 */
export function askedLines({ lines }: ReturnRequest, order: Order): readonly AskedLine[] {
  if (lines.length === 0) throw badLines('The request names no lines', 'Say which lines of the order come back.');
  if (lines.length > MOST_LINES || order.lines.length > MOST_LINES) {
    throw badLines(
      `${Math.max(lines.length, order.lines.length)} lines are more than a return can have`,
      `Split the request: at most ${MOST_LINES} lines are decided together.`,
    );
  }
  const find = lineFinder(order);
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return [askedLine(only, find(only.orderLineId), 0, order)];
  const taken = new Map<string, number>();
  return lines.map((asked) => {
    const before = taken.get(asked.orderLineId) ?? 0;
    const entry = askedLine(asked, find(asked.orderLineId), before, order);
    taken.set(asked.orderLineId, before + asked.quantity);
    return entry;
  });
}

function lineFinder(order: Order): (id: string) => OrderLine {
  const { lines } = order;
  const byId = lines.length > FEW_LINES ? new Map(lines.map((line) => [line.id, line])) : undefined;
  return (id) => {
    if (byId === undefined) {
      for (const line of lines) if (line.id === id) return line;
    } else {
      const line = byId.get(id);
      if (line !== undefined) return line;
    }
    const known = lines.slice(0, 20).map((candidate) => candidate.id);
    throw badLines(
      `The order has no line ${id}`,
      `Its lines are ${known.join(', ')}${lines.length > known.length ? ' …' : ''}. Ask for one of these.`,
      { orderLineId: id },
    );
  };
}

function askedLine(asked: RequestLine, line: OrderLine, before: number, order: Order): AskedLine {
  ensureSound(line, order);
  const { quantity } = asked;
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    throw badLines(`Line ${line.id} is asked back with a quantity of ${quantity}`, 'Ask for one unit or more.');
  }
  if (before + quantity > line.quantity) {
    throw badLines(
      `${before + quantity} of line ${line.id} cannot come back: ${line.quantity} were sold`,
      'Ask for no more units than the order has.',
      { orderLineId: line.id, asked: before + quantity, sold: line.quantity },
    );
  }
  if (quantity === line.quantity) {
    return { asked, line, worth: line.paid.amount, tax: Math.min(line.tax.amount, line.paid.amount) };
  }
  // Whether `returnableQuantity` counts this request already differs by shop: never reach beyond the last unit.
  const earlier = Math.min(Math.max(line.quantity - line.returnableQuantity, 0) + before, line.quantity - quantity);
  const worth = shareOf(line.paid, quantity, line.quantity, earlier).amount;
  return { asked, line, worth, tax: Math.min(worth, shareOf(line.tax, quantity, line.quantity, earlier).amount) };
}

function ensureSound({ id, paid, tax, quantity }: OrderLine, { currency }: Order): void {
  if (paid.currency !== currency || tax.currency !== currency) {
    throw badLines(
      `Line ${id} is in ${paid.currency}, the order in ${currency}`,
      'Amounts of one order must share one currency. Nothing is converted silently.',
      { orderLineId: id },
    );
  }
  if (!isAmount(paid.amount) || !isAmount(tax.amount)) {
    throw badLines(
      `Line ${id} was paid ${paid.amount} with a tax of ${tax.amount}, which cannot be`,
      'Give whole amounts of 0 or more in minor units.',
      { orderLineId: id },
    );
  }
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    throw badLines(`Line ${id} was sold with a quantity of ${quantity}`, 'An order line has one unit or more.');
  }
}

const isAmount = (amount: number): boolean => amount >= 0 && Number.isSafeInteger(amount);

const badLines = (message: string, description: string, context: Record<string, unknown> = {}): ReturnsError =>
  new ReturnsError('invalid_input', message, { description, context });
