import type { Dossier, Grade, Order, OrderLine, RequestLine, ReturnReason } from '../../../lib/returns';
import type { Identity } from './homes';
import type { Profile } from './profiles';
import type { Rolls } from './rolls';

const DAY_MS = 86_400_000;
const own: readonly ReturnReason[] = ['too_small', 'too_large', 'changed_mind', 'style', 'color', 'other'];

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const iso = (at: number): string => new Date(at).toISOString();

/** What a profile came to for one shopper. */
export interface Habits {
  readonly profile: Profile;
  readonly back: number;
  readonly whole: number;
  readonly notReceived: number;
  readonly missing: number;
}

export interface Purchase {
  readonly order: Order;
  /** The return, when there was one. */
  readonly dossier: Dossier | undefined;
}

export interface Moment {
  readonly id: string;
  readonly placedAt: number;
  /** How many orders the customer had placed by then, this one with them. */
  readonly number: number;
  readonly since: number;
  /** It is the last, so that a return has to follow. */
  readonly last: boolean;
}

export function purchaseOf(who: Identity, habits: Habits, moment: Moment, rolls: Rolls): Purchase {
  const order = orderOf(who, habits, moment, rolls);
  const asked = askedOf(order, habits, moment.last, rolls);
  return { order, dossier: asked && dossierOf(order, asked, habits, moment, rolls) };
}

function orderOf(who: Identity, { profile }: Habits, { id, placedAt, number, since }: Moment, rolls: Rolls): Order {
  const lines: OrderLine[] = [];
  const products = rolls.whole(profile.products);
  for (let product = 1; product <= products; product += 1) {
    const price = rolls.whole(profile.price);
    const weightGrams = rolls.whole([200, 1500]);
    const variants = rolls.one(profile.variants);
    for (let variant = 1; variant <= variants; variant += 1) {
      lines.push({
        id: `${id}-${product}-${variant}`,
        title: `Product ${product}`,
        productId: `${id}-${product}`,
        variantId: `${id}-${product}-${variant}`,
        tags: [],
        quantity: 1,
        returnableQuantity: 1,
        paid: eur(price),
        tax: eur(Math.round(price * 0.16)),
        weightGrams,
      });
    }
  }
  return {
    id,
    name: `#${id}`,
    channel: 'shop',
    placedAt: iso(placedAt),
    deliveredAt: iso(placedAt + rolls.whole([2, 5]) * DAY_MS),
    currency: 'EUR',
    taxesIncluded: true,
    customer: {
      id: who.id,
      name: who.name,
      email: who.email,
      phone: who.phone,
      tags: [],
      orders: number,
      since: iso(since),
    },
    shippingAddress: who.address,
    lines,
    shipping: eur(0),
    total: eur(lines.reduce((sum, { paid }) => sum + paid.amount, 0)),
    payment: { provider: 'stripe' },
    tags: [],
  };
}

interface Asked {
  readonly kind: 'own' | 'fault' | 'claim';
  readonly lines: readonly RequestLine[];
}

/** What comes back of an order, and why. Undefined when everything is kept. */
function askedOf(order: Order, habits: Habits, mustReturn: boolean, rolls: Rolls): Asked | undefined {
  const { profile } = habits;
  const some = rolls.one(order.lines);
  const claim = (reason: ReturnReason, subReason?: string): Asked => ({
    kind: 'claim',
    lines: (subReason === 'Package not received' ? order.lines : [some]).map(({ id }) => ({
      orderLineId: id,
      quantity: 1,
      reason,
      ...(subReason !== undefined && { subReason }),
    })),
  });
  if (profile.endsEmpty === true && mustReturn) return ownReturn(order.lines, rolls);
  if (rolls.chance(habits.notReceived)) return claim('other', 'Package not received');
  if (rolls.chance(habits.missing)) return rolls.chance(0.6) ? claim('other', 'Missing item') : claim('wrong_item');
  if (rolls.chance(profile.faults)) {
    const reason = rolls.one(['defective', 'not_as_described', 'damaged_in_transit'] as const);
    return { kind: 'fault', lines: [{ orderLineId: some.id, quantity: 1, reason }] };
  }
  if (rolls.chance(habits.whole)) return ownReturn(order.lines, rolls);
  const back = unwanted(order, habits, rolls);
  if (back.length > 0) return ownReturn(back, rolls);
  return mustReturn ? ownReturn([some], rolls) : undefined;
}

const ownReturn = (lines: readonly OrderLine[], rolls: Rolls): Asked => {
  const reason = rolls.one(own);
  return { kind: 'own', lines: lines.map(({ id }) => ({ orderLineId: id, quantity: 1, reason })) };
};

/** Of a product in several variants all but one come back, or all; of the others some. */
function unwanted({ lines }: Order, { profile, back }: Habits, rolls: Rolls): readonly OrderLine[] {
  const products = [...new Set(lines.map(({ productId }) => productId))];
  return products.flatMap((product) => {
    const variants = lines.filter(({ productId }) => productId === product);
    if (variants.length > 1) return rolls.chance(profile.keepsOne) ? variants.slice(1) : variants;
    return rolls.chance(back) ? variants : [];
  });
}

function dossierOf(order: Order, { kind, lines }: Asked, { profile }: Habits, moment: Moment, rolls: Rolls): Dossier {
  const delivered = Date.parse(order.deliveredAt ?? order.placedAt);
  const requestedAt = delivered + Math.round(rolls.between(kind === 'own' ? profile.held : [1, 8]) * DAY_MS);
  const isEmpty = kind === 'own' && (moment.last && profile.endsEmpty === true ? true : rolls.chance(profile.empty));
  const inspectedAt = iso(requestedAt + 6 * DAY_MS);
  const comesBack = kind !== 'claim';
  return {
    request: {
      channel: 'shop',
      externalId: `request-${order.id}`,
      requestedAt: iso(requestedAt),
      resolution: 'refund',
      locale: 'en',
      lines: [...lines],
    },
    order,
    case: {
      id: `case-${order.id}`,
      rma: `RMA-${order.id}`,
      version: 5,
      channel: 'shop',
      externalId: `request-${order.id}`,
      orderId: order.id,
      orderName: order.name,
      resolution: 'refund',
      decision: 'approved',
      parcel: comesBack ? 'received' : 'not_required',
      settlement: 'refunded',
      lines: lines.map(({ orderLineId, reason }) => ({
        orderLineId,
        title: 'Product',
        reason,
        requested: 1,
        approved: 1,
        received: comesBack ? 1 : 0,
        restocked: 0,
        writtenOff: 0,
      })),
      references: {},
      failures: [],
      openedAt: iso(requestedAt),
      updatedAt: inspectedAt,
    },
    ...(comesBack && {
      tracking: {
        trackingNumber: `T-${order.id}`,
        carrier: 'post',
        status: 'in_transit' as const,
        carrierStatus: 'scanned',
        at: iso(requestedAt + 2 * DAY_MS),
        weightGrams: scannedGrams(order, lines, isEmpty, rolls),
        provider: 'post',
      },
      inspection: {
        inspectedAt,
        lines: lines.map(({ orderLineId }) => ({
          orderLineId,
          quantity: 1,
          grade: gradeOf(kind, profile, isEmpty, rolls),
          disposition: 'restock' as const,
        })),
      },
    }),
  };
}

/** Packaging adds to the goods; scales err by a few percent; of an empty box little is left. */
function scannedGrams(order: Order, lines: readonly RequestLine[], isEmpty: boolean, rolls: Rolls): number {
  const goods = order.lines
    .filter(({ id }) => lines.some(({ orderLineId }) => orderLineId === id))
    .reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0);
  return Math.round(isEmpty ? goods * rolls.between([0.05, 0.5]) : goods * rolls.between([0.95, 1.15]) + 80);
}

function gradeOf(kind: Asked['kind'], profile: Profile, isEmpty: boolean, rolls: Rolls): Grade {
  if (kind === 'fault') return 'damaged';
  if (isEmpty) return 'missing';
  if (rolls.chance(profile.swapped)) return 'wrong_item';
  return rolls.chance(profile.used) ? 'used' : rolls.one(['new', 'new', 'opened']);
}
