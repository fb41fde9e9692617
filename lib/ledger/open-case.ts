import {
  isCountedByShop,
  parseWith,
  ReturnsError,
  stillReturnable,
  type Dossier,
  type ErrorCode,
  type Opened,
  type Order,
  type ReturnRequest,
} from '../returns';
import { allocateNumber } from './allocate-number';
import { appendEvents } from './append-events';
import { findCasesOfOrder, findOpened } from './case-rows';
import { instantNow, type LedgerContext } from './context';
import { openCaseSchema, parseCause } from './inputs';
import { plain } from './json';
import type { Cause, OpenCase } from './ledger';
import type { Work } from './sql';
import { write } from './write';

interface OpenedCase {
  readonly dossier: Dossier;
  readonly opened: boolean;
}

/**
 * Opens a case once per (channel, external id), whoever asks and however often. What other cases of the order have
 * asked for cannot be asked for again, unless the shop's own system asks: it counts by itself.
 */
export async function openCase(context: LedgerContext, input: OpenCase, cause: Cause): Promise<OpenedCase> {
  const { request, order, shop, references } = parseWith(openCaseSchema, plain(input, 'the return'), 'the return');
  const by = parseCause(cause);
  const known = await context.store.read(() => findOpened(request.channel, request.externalId));
  if (known) return { dossier: known, opened: false };

  const content = { request, order, ...(shop && { shop }), references: references ?? {} };
  const outcome = await write(context, () => open(context, content, by));
  if (outcome.opened) context.appended.tell();
  return outcome;
}

function* open(context: LedgerContext, content: Omit<Opened, 'id' | 'rma'>, cause: Cause): Work<OpenedCase> {
  const known = yield* findOpened(content.request.channel, content.request.externalId);
  if (known) return { dossier: known, opened: false };
  const at = instantNow(context);
  // The number comes first: it lets one opening at a time through, so that two for one order see each other.
  const rma = yield* allocateNumber('RMA', at);
  // Only now: the shop counts the units of a return that is open already as no longer returnable.
  yield* ensureReturnable(content);
  const opened: Opened = { id: context.newId(), rma, ...content };
  const { dossier } = yield* appendEvents({
    dossier: undefined,
    caseId: opened.id,
    drafts: [{ type: 'case.opened', change: {}, opened }],
    cause,
    at,
    isLast: true,
  });
  return { dossier, opened: true };
}

function* ensureReturnable({ request, order }: { request: ReturnRequest; order: Order }): Work<void> {
  const others = isCountedByShop(request, order) ? [] : yield* findCasesOfOrder(order.name);
  ensureLeft(request, stillReturnable(order, others));
}

function ensureLeft(request: ReturnRequest, order: Order): void {
  const asked = new Set<string>();
  for (const { orderLineId, quantity } of request.lines) {
    const line = order.lines.find(({ id }) => id === orderLineId);
    if (!line) {
      throw refusedLine(
        `Order ${order.name} has no line ${orderLineId}`,
        `Its lines are ${order.lines.map(({ id }) => id).join(', ')}.`,
      );
    }
    if (asked.has(orderLineId)) {
      throw refusedLine(`Line ${orderLineId} is asked for twice`, 'Give each line once, with its whole quantity.');
    }
    asked.add(orderLineId);
    if (quantity > line.returnableQuantity) {
      // More than was bought is a mistake; what was bought may have been asked for elsewhere meanwhile.
      const code = quantity > line.quantity ? 'invalid_input' : 'conflict';
      throw refusedLine(
        `${quantity} of "${line.title}" cannot be returned: only ${line.returnableQuantity} are left to return`,
        `Ask for at most ${line.returnableQuantity} of line ${orderLineId}. What other cases of the order have asked for is not left.`,
        code,
      );
    }
  }
}

const refusedLine = (message: string, description: string, code: ErrorCode = 'invalid_input'): ReturnsError =>
  new ReturnsError(code, message, { description });
