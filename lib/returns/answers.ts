import { z } from 'zod/v4';
import {
  evidenceKinds,
  itemStates,
  returnMethodSchema,
  type EvidenceKind,
  type ItemState,
  type Order,
  type OrderLine,
  type RequestLine,
  type ReturnRequest,
} from './chapters';
import { ReturnsError } from './errors';
import { instantSchema, resolutionSchema } from './vocabulary';

const orderLineId = z.string().min(1).max(255);
const text = z.string().max(2000);

/** What the shopper says to a question of a decision: `what` is that of the question. */
export const answerSchema = z.lazy(() =>
  z.discriminatedUnion('what', [
    z.object({ what: z.enum(itemStates), orderLineId, yes: z.boolean() }),
    z.object({
      what: z.enum(evidenceKinds),
      orderLineId,
      count: z.int().nonnegative().max(1000).meta({ description: 'Pieces that are attached to the case now' }),
      text: text.optional().meta({ description: 'The serial number, or what there is to say' }),
    }),
    z.object({
      what: z.literal('delivered_at'),
      orderLineId: orderLineId.optional(),
      at: instantSchema,
    }),
    z.object({ what: z.literal('method'), method: returnMethodSchema }),
    z.object({ what: z.literal('resolution'), resolution: resolutionSchema }),
    z.object({ what: z.literal('words'), orderLineId: orderLineId.optional(), text }),
  ]),
);
export type Answer = z.infer<typeof answerSchema>;

export interface Answered {
  readonly request: ReturnRequest;
  readonly order: Order;
}

/**
 * Request and order with what the shopper has answered. A delivery date that the order knows stays: a carrier has told
 * it, and a shopper who remembers another one has to talk to a person.
 * @throws ReturnsError `invalid_input` for a line that is not asked back
 */
export const withAnswers = (known: Answered, answers: readonly Answer[]): Answered =>
  answers.reduce((before, answer) => withAnswer(before, answer), known);

function withAnswer({ request, order }: Answered, answer: Answer): Answered {
  switch (answer.what) {
    case 'delivered_at':
      return { request, order: delivered(order, answer.at, answer.orderLineId) };
    case 'method':
      return { order, request: { ...request, method: answer.method } };
    case 'resolution':
      return { order, request: { ...request, resolution: answer.resolution } };
    case 'words':
      return { order, request: noted(request, answer.text, answer.orderLineId) };
    case 'photos':
    case 'video':
    case 'proof_of_purchase':
    case 'serial_number':
      return { order, request: evidenced(request, answer) };
    default:
      return { order, request: stated(request, answer.orderLineId, answer.what, answer.yes) };
  }
}

const stated = (request: ReturnRequest, id: string, state: ItemState, yes: boolean): ReturnRequest =>
  changed(request, id, (line) => ({ ...line, states: { ...line.states, [state]: yes } }));

function evidenced(request: ReturnRequest, answer: Extract<Answer, { what: EvidenceKind }>): ReturnRequest {
  const { what, count, orderLineId: id } = answer;
  const shown = changed(request, id, (line) => ({ ...line, evidence: { ...line.evidence, [what]: count } }));
  return noted(shown, answer.text ?? '', id);
}

function noted(request: ReturnRequest, words: string, id: string | undefined): ReturnRequest {
  if (words.trim() === '') return request;
  if (id === undefined) return { ...request, note: joined(request.note, words) };
  return changed(request, id, (line) => ({ ...line, note: joined(line.note, words) }));
}

const MOST_LETTERS = 2000;

/** What was said before stays in front, and is the last to be cut. */
const joined = (before: string | undefined, words: string): string =>
  (before === undefined ? words.trim() : `${before}\n${words.trim()}`).slice(0, MOST_LETTERS);

/**
 * A shopper speaks of "the parcel": where the order is not known to have come in several, that is the delivery of the
 * order, from which the periods of the law are counted.
 */
function delivered(order: Order, at: string, id: string | undefined): Order {
  const asked = order.lines.find((line) => line.id === id);
  if (id !== undefined && asked === undefined) throw unknownLine(id);
  if (order.deliveredAt !== undefined || asked?.deliveredAt !== undefined) return order;
  if (asked === undefined || isOneParcel(order)) return { ...order, deliveredAt: at };
  const isInIt = ({ id: lineId, parcel }: OrderLine): boolean =>
    lineId === id || (parcel !== undefined && parcel === asked.parcel);
  return {
    ...order,
    lines: order.lines.map((line) =>
      isInIt(line) && line.deliveredAt === undefined ? { ...line, deliveredAt: at } : line,
    ),
  };
}

const isOneParcel = ({ lines }: Order): boolean =>
  lines.every(({ deliveredAt }) => deliveredAt === undefined) && new Set(lines.map(({ parcel }) => parcel)).size === 1;

function changed(request: ReturnRequest, id: string, change: (line: RequestLine) => RequestLine): ReturnRequest {
  if (!request.lines.some((line) => line.orderLineId === id)) throw unknownLine(id);
  return { ...request, lines: request.lines.map((line) => (line.orderLineId === id ? change(line) : line)) };
}

const unknownLine = (id: string): ReturnsError =>
  new ReturnsError('invalid_input', `The return has no line ${id}`, {
    description: 'Answer the questions that the decision of the case asks; each names its line.',
  });
