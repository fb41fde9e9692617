import {
  itemStates,
  resolutions,
  returnMethods,
  returnReasons,
  sellerFaultReasons,
  type ItemState,
} from '../../returns';
import { flag, money, number, text, time, type Subject } from './fact';

const sellerFaults: ReadonlySet<string> = new Set(sellerFaultReasons);

const stateOf =
  (state: ItemState) =>
  ({ asked }: Subject): boolean | undefined =>
    asked.states?.[state];

const units = ({ input }: Subject): number => input.request.lines.reduce((sum, { quantity }) => sum + quantity, 0);

function isWhole({ input: { order, request } }: Subject): boolean {
  const asked = new Map<string, number>();
  for (const { orderLineId, quantity } of request.lines) {
    asked.set(orderLineId, (asked.get(orderLineId) ?? 0) + quantity);
  }
  return order.lines.every(({ id, quantity }) => (asked.get(id) ?? 0) >= quantity);
}

/** What the goods that come back should weigh together; undefined when one of them has no weight. */
function expectedGrams({ input: { order, request } }: Subject): number | undefined {
  const weights = new Map(order.lines.map(({ id, weightGrams }) => [id, weightGrams]));
  let sum = 0;
  for (const { orderLineId, quantity } of request.lines) {
    const weight = weights.get(orderLineId);
    if (weight === undefined) return undefined;
    sum += weight * quantity;
  }
  return sum;
}

export const returnFacts = {
  'return.channel': text('request', 'Where the return was asked for', ({ input }) => input.request.channel),
  'return.reason': text('line', 'Why the line comes back', ({ asked }) => asked.reason, {
    asks: 'shopper',
    values: returnReasons,
  }),
  'return.subReason': text('line', 'The reason in more detail', ({ asked }) => asked.subReason ?? '', {
    asks: 'shopper',
  }),
  'return.shopAtFault': flag('line', 'Whether the reason is one for which the shop answers', ({ asked }) =>
    sellerFaults.has(asked.reason),
  ),
  'return.resolution': text('request', 'What the shopper wants', ({ input }) => input.request.resolution, {
    asks: 'shopper',
    values: resolutions,
  }),
  'return.method': text('request', 'How the shopper wants to send it', ({ input }) => input.request.method, {
    asks: 'shopper',
    values: returnMethods,
  }),
  'return.initiator': text('request', 'Who asks', ({ input }) => input.request.initiator ?? 'shopper', {
    values: ['shopper', 'gift_recipient', 'agent', 'shop', 'marketplace'],
  }),
  'return.lines': number('request', 'Lines that come back', ({ input }) => input.request.lines.length),
  'return.units': number('request', 'Units that come back', units),
  'return.worth': money('request', 'What the shopper paid for everything that comes back', (s) => s.totalWorth),
  'return.whole': flag('request', 'Whether the whole order comes back', isWhole),
  'return.requestedAt': time('request', 'When the return was asked for', (s) => s.requestedAt),
  'return.unused': flag('line', 'The shopper says: not used', stateOf('unused'), { asks: 'shopper' }),
  'return.tagsOn': flag('line', 'The shopper says: tags still on', stateOf('tags_on'), { asks: 'shopper' }),
  'return.originalPackaging': flag('line', 'The shopper says: in its packaging', stateOf('original_packaging'), {
    asks: 'shopper',
  }),
  'return.sealIntact': flag('line', 'The shopper says: seal not broken', stateOf('seal_intact'), { asks: 'shopper' }),
  'return.complete': flag('line', 'The shopper says: nothing missing', stateOf('complete'), { asks: 'shopper' }),
  'return.photos': number('line', 'Photos that the shopper has handed in', ({ asked }) => asked.evidence?.photos, {
    asks: 'shopper',
  }),
  'return.droppedOff': flag('request', 'Whether a carrier has scanned the parcel', ({ input }) =>
    input.tracking === undefined
      ? input.request.dispatchProofAt === undefined
        ? undefined
        : true
      : !['pre_transit', 'unknown', 'cancelled'].includes(input.tracking.status),
  ),
  'return.weight': number('request', 'Grams that the carrier weighed', ({ input }) => input.tracking?.weightGrams),
  'return.weightExpected': number('request', 'Grams that the goods should weigh', expectedGrams),
  'return.weightMissing': number('request', 'Percent of the expected weight that is missing', (s) => {
    const [expected, found] = [expectedGrams(s), s.input.tracking?.weightGrams];
    if (expected === undefined || found === undefined || expected === 0) return undefined;
    return Math.max(0, (100 * (expected - found)) / expected);
  }),
};

/** The fact that tells each state of the goods. */
export const factOfState = {
  unused: 'return.unused',
  tags_on: 'return.tagsOn',
  original_packaging: 'return.originalPackaging',
  seal_intact: 'return.sealIntact',
  complete: 'return.complete',
} as const satisfies Record<(typeof itemStates)[number], keyof typeof returnFacts>;
