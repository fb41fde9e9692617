import { Random } from '../../sandbox/core/random';
import { fullName, type Shopper } from '../../sandbox/demo/story';

/** How a return begins and what is to come of it; each goes its own way through the templates. */
export const kinds = [
  /** Asked for in the Shopify account, paid back by Shopify. */
  'shopify_refund',
  /** Asked for by form for an order in Shopify. */
  'form_refund',
  /** Asked for by form for an order paid with Stripe. */
  'stripe_refund',
  /** The bank takes its time: Stripe tells later, by webhook, that the refund went well. */
  'slow_refund',
  /** Asked for by form: the same in another size. */
  'exchange',
  /** Asked for in the Shopify account long after the window has closed. */
  'too_late',
  /** Asked for on TikTok Shop, which ships and pays; the shop decides and writes in the chat. */
  'tiktok_refund',
] as const;
export type Kind = (typeof kinds)[number];

export const grades = ['new', 'opened', 'used'] as const;

export interface PlannedReturn {
  readonly kind: Kind;
  readonly orderName: string;
  readonly sku: string;
  readonly shopper: Shopper;
  /** Of the one unit that comes back, tax included, in minor units of euros. */
  readonly price: number;
  /** Off the whole order, in per cent. */
  readonly discount: 0 | 10;
  /** Nothing else was bought: the outbound delivery is paid back too. */
  readonly isWholeOrder: boolean;
  readonly grade: (typeof grades)[number];
  /** When the shopper asks, after the beginning. */
  readonly asksAfterMs: number;
  readonly scans: readonly ('in_transit' | 'out_for_delivery' | 'delivered')[];
  /** Before each scan; a carrier's scans are told apart by the second. */
  readonly scanAfterMs: readonly number[];
  /** From the last scan to the opening of the parcel. */
  readonly opensAfterMs: number;
}

/**
 * When n8n is killed: between two effects, when a provider is just being asked, before its answer to what it did, or
 * while n8n starts again after the kill before and takes up what was left.
 */
export const moments = ['between', 'asked', 'done', 'starting'] as const;

export interface PlannedKill {
  /** 0 is the server; in queue mode the others are its workers. For `starting` it is the one killed before. */
  readonly victim: number;
  /** How many effects of n8n's the providers have seen since it was last started, or since the beginning. */
  readonly afterEffects: number;
  readonly moment: (typeof moments)[number];
  /** For `between` how long after that effect, for `starting` how long after the start. */
  readonly delayMs: number;
  /** How long n8n stays down. */
  readonly downMs: number;
}

export interface Plan {
  readonly returns: readonly PlannedReturn[];
  readonly kills: readonly PlannedKill[];
}

export interface PlanSize {
  readonly seed: number;
  readonly returns: number;
  readonly kills: number;
  /** Of n8n in queue mode; none in regular mode. */
  readonly workers?: number;
}

const SHARES: readonly (readonly [Kind, number])[] = [
  ['shopify_refund', 30],
  ['form_refund', 12],
  ['stripe_refund', 28],
  ['slow_refund', 8],
  ['exchange', 15],
  ['too_late', 7],
  ['tiktok_refund', 15],
];

/** Below and above what the return costs a fee, on the line itself too; each a multiple of ten cents, for the discount. */
const PRICES = [1_990, 3_500, 5_990, 6_000, 6_500, 8_990, 12_050, 19_900, 29_990] as const;
const ASK_EVERY_MS = 300;
/** What n8n does at the providers for one return, at the least: two of them reject, most do ten. */
const EFFECTS_PER_RETURN = 7;

/** The same seed plans the same returns and the same kills; what comes of them is up to the machine. */
export function planChaos({ seed, returns, kills, workers = 0 }: PlanSize): Plan {
  const random = new Random(seed);
  const planned = Array.from({ length: returns }, (_, index) => planReturn(random.fork(`return ${index}`), index));
  return {
    returns: inAnyOrder(random, planned, returns * ASK_EVERY_MS),
    kills: planKills(random, returns, kills).map((kill, index) => ({
      ...kill,
      // A stream of its own: the same seed plans the same otherwise, with workers or without.
      victim: random.fork(`victim ${index}`).int(0, workers),
    })),
  };
}

function planReturn(random: Random, index: number): Omit<PlannedReturn, 'asksAfterMs'> {
  const kind = pickKind(random);
  const number = index + 1;
  const isWholeOrder = random.next() < 0.3;
  const scans =
    random.next() < 0.7
      ? (['in_transit', 'out_for_delivery', 'delivered'] as const)
      : (['in_transit', 'delivered'] as const);
  return {
    kind,
    orderName: orderNameOf(kind, number),
    sku: `CHAOS-${number}`,
    shopper: shopperNumber(number, random),
    price: random.pick(PRICES),
    discount: isWholeOrder || random.next() < 0.6 ? 0 : 10,
    isWholeOrder,
    grade: random.pick(grades),
    scans,
    scanAfterMs: scans.map(() => random.int(1_100, 3_000)),
    opensAfterMs: random.int(0, 3_000),
  };
}

function orderNameOf(kind: Kind, number: number): string {
  if (kind === 'tiktok_refund') return `57640000${String(number).padStart(10, '0')}`;
  return kind === 'stripe_refund' || kind === 'slow_refund' ? `C-${number}` : `#C${number}`;
}

function shopperNumber(number: number, random: Random): Shopper {
  return {
    firstName: `Shopper${number}`,
    lastName: 'Chaos',
    email: `shopper-${number}@chaos.example`,
    locale: random.pick(['en', 'fr-FR']),
    address: { line1: `${number} rue du Port`, postalCode: '44000', city: 'Nantes', country: 'FR' },
  };
}

function pickKind(random: Random): Kind {
  let left = random.next() * SHARES.reduce((sum, [, share]) => sum + share, 0);
  for (const [kind, share] of SHARES) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'shopify_refund';
}

function inAnyOrder(
  random: Random,
  planned: readonly Omit<PlannedReturn, 'asksAfterMs'>[],
  withinMs: number,
): PlannedReturn[] {
  return planned
    .map((one) => ({ ...one, asksAfterMs: random.int(0, withinMs) }))
    .sort((left, right) => left.asksAfterMs - right.asksAfterMs);
}

/** Spread over the whole run: as many effects between two kills as a fair share, give or take. */
function planKills(random: Random, returns: number, kills: number): Omit<PlannedKill, 'victim'>[] {
  const share = Math.max(2, Math.floor((returns * EFFECTS_PER_RETURN) / (kills + 1)));
  const planned = Array.from({ length: kills }, (_, index) => {
    const moment = pickMoment(random, index);
    return {
      afterEffects: random.int(1, 2 * share - 1),
      moment,
      delayMs: moment === 'starting' ? random.int(1_000, 12_000) : random.int(0, 1_500),
      downMs: random.next() < 0.5 ? 0 : random.int(0, 3_000),
    };
  });
  return closerTogether(planned, kills * share);
}

/** So that work is left for the last kill: what happens while a process is down or starting counts for none of them. */
function closerTogether<T extends Omit<PlannedKill, 'victim'>>(kills: readonly T[], effects: number): T[] {
  const asked = kills.reduce((sum, { moment, afterEffects }) => sum + (moment === 'starting' ? 0 : afterEffects), 0);
  if (asked <= effects) return [...kills];
  return kills.map((kill) => ({ ...kill, afterEffects: Math.ceil((kill.afterEffects * effects) / asked) }));
}

/** Half of the kills are aimed at a provider. The first one finds n8n up. */
function pickMoment(random: Random, index: number): PlannedKill['moment'] {
  if (random.next() < 0.5) return random.pick(['asked', 'done'] as const);
  return index > 0 && random.next() < 0.25 ? 'starting' : 'between';
}

export const nameOf = ({ shopper }: PlannedReturn): string => fullName(shopper);
