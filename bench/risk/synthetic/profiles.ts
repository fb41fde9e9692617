/** From the first to the second, both included. */
export type Range = readonly [number, number];

/** How one kind of shopper shops. Shares are of 1; what is a range is rolled once per shopper. */
export interface Profile {
  readonly abusive: boolean;
  /** What a reader should picture. */
  readonly description: string;
  /** How common they are among shoppers of their side, for figures about a whole shop. */
  readonly share: number;
  readonly orders: Range;
  readonly days: Range;
  /** Products in an order. */
  readonly products: Range;
  /** Minor units. */
  readonly price: Range;
  /** In how many variants a product is bought: one of these. */
  readonly variants: readonly number[];
  /** Of a product bought in several variants, whether one is kept. */
  readonly keepsOne: number;
  /** Share of products that come back. */
  readonly back: Range;
  /** Share of orders that come back whole. */
  readonly whole: Range;
  /** Days that goods are held before they are sent back. */
  readonly held: Range;
  /** Share of returns that the inspection finds used. */
  readonly used: number;
  /** Share of orders for which the shop answers: defects, wrong items that it admits. */
  readonly faults: number;
  readonly notReceived: Range;
  readonly missing: Range;
  readonly swapped: number;
  readonly empty: number;
  /** The parcel that is scored is an empty one. */
  readonly endsEmpty?: boolean;
  /** Whom they share an address, a phone or a mailbox with. */
  readonly home?: 'hall' | 'family' | 'ring';
}

/** Parcels get lost, and pickers err, for everybody. */
const ordinary = {
  abusive: false,
  orders: [2, 10],
  days: [90, 700],
  products: [1, 3],
  price: [1500, 9000],
  variants: [1, 1, 1, 1, 2],
  keepsOne: 0.95,
  back: [0.05, 0.3],
  whole: [0, 0.1],
  held: [1, 14],
  used: 0.02,
  faults: 0.04,
  notReceived: [0.012, 0.012],
  missing: [0.015, 0.015],
  swapped: 0.003,
  empty: 0.004,
} as const satisfies Partial<Profile>;

/** An abuser's other orders are like anybody's. */
const cheat = { ...ordinary, abusive: true, share: 1 / 8 } as const;

export const profiles = {
  occasional: { ...ordinary, share: 0.42, description: 'a few orders a year, few returns' },
  first_order: {
    ...ordinary,
    share: 0.2,
    orders: [1, 1],
    days: [5, 30],
    back: [0.5, 1],
    whole: [0.4, 0.4],
    description: 'the first order, and it comes back: 1 of 1',
  },
  fashion_heavy: {
    ...ordinary,
    share: 0.16,
    orders: [15, 45],
    days: [250, 400],
    products: [2, 5],
    variants: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3],
    back: [0.3, 0.55],
    whole: [0.08, 0.22],
    description: 'buys clothes every week, tries sizes, sends half of it back in time and unworn, keeps the rest',
  },
  slow: {
    ...ordinary,
    share: 0.08,
    orders: [3, 14],
    held: [10, 29],
    description: 'sends back at the end of the window, unworn',
  },
  unlucky: {
    ...ordinary,
    share: 0.03,
    orders: [4, 12],
    faults: 0.25,
    notReceived: [0.1, 0.15],
    missing: [0.08, 0.12],
    description: 'bad carrier, bad luck: defects, lost parcels, missing items, all true',
  },
  shared_address: {
    ...ordinary,
    share: 0.05,
    orders: [1, 6],
    home: 'hall',
    description: 'lives in a hall of residence or picks parcels up at a relay point with many customers',
  },
  family: {
    ...ordinary,
    share: 0.04,
    orders: [2, 10],
    home: 'family',
    description: 'two to four accounts of one household with one address and one phone',
  },
  big_spender: {
    ...ordinary,
    share: 0.02,
    orders: [3, 20],
    price: [20_000, 120_000],
    back: [0.15, 0.35],
    description: 'buys and returns expensive goods',
  },
  serial_returner: {
    ...cheat,
    orders: [8, 35],
    days: [120, 360],
    back: [0.7, 0.95],
    whole: [0.7, 0.95],
    held: [3, 20],
    description: 'nearly every order comes back whole',
  },
  wardrober: {
    ...cheat,
    orders: [5, 20],
    days: [150, 500],
    price: [6000, 30_000],
    back: [0.35, 0.7],
    held: [11, 28],
    used: 0.55,
    description: 'wears goods and sends them back late; half the time it shows',
  },
  bracketer: {
    ...cheat,
    orders: [5, 20],
    days: [120, 400],
    products: [1, 2],
    variants: [1, 3, 4, 5, 6],
    keepsOne: 0.5,
    back: [0.6, 0.9],
    description: 'buys three to six variants of most things and keeps one or none',
  },
  empty_box: {
    ...cheat,
    orders: [2, 12],
    empty: 0.1,
    endsEmpty: true,
    price: [6000, 60_000],
    description: 'this parcel, and sometimes one before, holds nothing or little',
  },
  not_received: {
    ...cheat,
    orders: [3, 14],
    notReceived: [0.3, 0.6],
    description: 'says of every second or third order that it did not arrive',
  },
  missing_items: {
    ...cheat,
    orders: [3, 14],
    missing: [0.35, 0.65],
    description: 'says of every second or third order that something is missing or wrong',
  },
  swapper: {
    ...cheat,
    orders: [3, 14],
    back: [0.3, 0.6],
    swapped: 0.4,
    description: 'sends other goods back than were sold',
  },
  ring: {
    ...cheat,
    orders: [1, 3],
    days: [10, 90],
    notReceived: [0.25, 0.5],
    missing: [0.25, 0.5],
    home: 'ring',
    description: 'four to seven accounts of one person, each with a claim or two, addresses spelled differently',
  },
} as const satisfies Record<string, Profile>;

export type ShopperKind = keyof typeof profiles;
export const shopperKinds = Object.keys(profiles).filter((kind): kind is ShopperKind => Object.hasOwn(profiles, kind));
export const profileOf = (kind: ShopperKind): Profile => profiles[kind];

/** Another shop than the one that the weights were chosen by: its customers return more, and its abusers do less. */
export function inAnotherShop(profile: Profile): Profile {
  const times = ([from, to]: Range, factor: number): Range => [Math.min(1, from * factor), Math.min(1, to * factor)];
  if (profile.abusive) {
    return {
      ...profile,
      back: times(profile.back, 0.85),
      whole: times(profile.whole, 0.85),
      used: profile.used * 0.75,
      notReceived: times(profile.notReceived, 0.75),
      missing: times(profile.missing, 0.75),
      swapped: profile.swapped * 0.75,
    };
  }
  return {
    ...profile,
    back: times(profile.back, 1.3),
    whole: times(profile.whole, 1.3),
    used: profile.used * 1.5,
    faults: profile.faults * 1.5,
    notReceived: times(profile.notReceived, 1.5),
    missing: times(profile.missing, 1.5),
    empty: profile.empty * 1.5,
  };
}
