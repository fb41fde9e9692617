import { counted, ReturnsError, type RequestLine } from '../../returns';
import { cut } from './cut';
import { gid } from './gid';
import type { Returnable } from './order-documents';
import { reasonInput, type ReasonInput, type ShopReason } from './reasons';

/** What Shopify takes as a note. Source: the published schema, ReturnLineItemInput. */
const longestNote = 255;

export interface ReturnLineInput extends ReasonInput {
  readonly fulfillmentLineItemId: string;
  readonly quantity: number;
  readonly returnReasonNote?: string;
  readonly customerNote?: string;
}

/** An order line may have been sent in several parcels; its units are taken from them in turn. Pure. */
export function returnLines(
  lines: readonly RequestLine[],
  returnables: readonly Returnable[],
  reasons: readonly ShopReason[],
  notesOf: NotesOf = reasonNote,
): ReturnLineInput[] {
  const left = returnables.map((returnable) => ({ ...returnable }));
  return lines.flatMap((line) => {
    const orderLineId = gid('LineItem', line.orderLineId);
    const reason = reasonInput(line.reason, reasons);
    let missing = line.quantity;
    const inputs: ReturnLineInput[] = [];
    for (const source of left.filter((candidate) => candidate.orderLineId === orderLineId)) {
      const quantity = Math.min(missing, source.quantity);
      if (quantity <= 0) continue;
      source.quantity -= quantity;
      missing -= quantity;
      inputs.push({
        fulfillmentLineItemId: source.fulfillmentLineId,
        quantity,
        ...reason,
        ...notesOf(line, reason),
      });
    }
    if (missing > 0) throw tooMany(line, line.quantity - missing);
    return inputs;
  });
}

type NotesOf = (line: RequestLine, reason: ReasonInput) => Pick<ReturnLineInput, 'returnReasonNote' | 'customerNote'>;

/** The fixed reason `OTHER` is refused without a note. */
function reasonNote({ note, reason }: RequestLine, input: ReasonInput): { returnReasonNote?: string } {
  if (note) return { returnReasonNote: cut(note, longestNote) };
  return input.returnReason === 'OTHER' ? { returnReasonNote: reason.replace(/_/g, ' ') } : {};
}

function tooMany(line: RequestLine, left: number): ReturnsError {
  return new ReturnsError(
    'conflict',
    `${counted(line.quantity, 'unit')} cannot be returned: Shopify has ${left} left of this line`,
    {
      provider: 'shopify',
      description: 'The others were not sent yet, or are in another return or refund. Look at the order in Shopify.',
      context: { orderLineId: line.orderLineId, asked: line.quantity, left },
    },
  );
}
