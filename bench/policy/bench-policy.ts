import type { PolicyDocument } from '../../lib/policy';
import type { ReturnReason } from '../../lib/returns';

/** Goods by what they are; everything that is said must hold. */
export interface Goods {
  readonly category?: string;
  readonly vendor?: string;
  readonly type?: string;
  readonly tag?: string;
}

/** Why goods are excluded: the law excepts them from withdrawal, it does so once a seal is broken, or the shop wishes it. */
export type Ground = 'personalised' | 'perishable' | 'hygiene_unsealed' | 'commercial';

/** A policy as the benches tell it to every engine. Exclusions come in the order of their grounds. */
export interface BenchPolicy {
  readonly usualDays: number;
  readonly windows: readonly { readonly id: string; readonly category: string; readonly days: number }[];
  readonly exclusions: readonly {
    readonly id: string;
    readonly ground: Ground;
    /** Any of these. */
    readonly goods: readonly Goods[];
  }[];
  /** What a person looks at. */
  readonly reviews: readonly {
    readonly id: string;
    readonly goods?: Goods;
    readonly reasons?: readonly ReturnReason[];
    /** Cents of everything that comes back. */
    readonly above?: number;
  }[];
}

/**
 * Twelve rules: five exclusions, three windows (the usual one is no rule of its own) and four reasons for a person to
 * look, as a small shop would have them.
 */
export const twelveRules: BenchPolicy = {
  usualDays: 30,
  windows: [
    { id: 'outlet', category: 'Outlet', days: 14 },
    { id: 'shoes', category: 'Shoes', days: 45 },
  ],
  exclusions: [
    { id: 'personalised', ground: 'personalised', goods: [{ tag: 'personalised' }] },
    { id: 'perishable', ground: 'perishable', goods: [{ tag: 'perishable' }, { category: 'Food' }] },
    { id: 'made-to-order', ground: 'personalised', goods: [{ tag: 'made-to-order' }, { category: 'Tailoring' }] },
    { id: 'hygiene', ground: 'hygiene_unsealed', goods: [{ tag: 'hygiene' }, { category: 'Underwear' }] },
    { id: 'final-sale', ground: 'commercial', goods: [{ tag: 'final-sale' }] },
  ],
  reviews: [
    { id: 'serial', goods: { tag: 'serial' } },
    { id: 'jewellery', goods: { category: 'Jewellery' } },
    { id: 'vague', reasons: ['other', 'unknown'] },
    { id: 'dear', above: 30_000 },
  ],
};

const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const asked: readonly ReturnReason[] = ['changed_mind', 'too_small', 'too_large', 'not_as_described', 'other'];
const reasonAt = (index: number): ReturnReason[] => asked.slice(index % asked.length, (index % asked.length) + 1);

/**
 * A policy of any number of rules, of the kinds that grow with a shop: a fifth windows by category, three tenths
 * exclusions, half reasons for a person to look, by brand and reason or by type of goods and worth.
 */
export function manyRules(count: number): BenchPolicy {
  const windows = Math.floor(count / 5);
  const ofEachKind = Math.floor(count / 10);
  const byBrand = Math.floor(count / 4);
  const byType = count - windows - 3 * ofEachKind - byBrand;
  return {
    usualDays: 30,
    windows: numbered(windows, (at) => ({ id: `w${at}`, category: `Category ${at}`, days: 14 + (at % 46) })),
    exclusions: [
      ...numbered(ofEachKind, (at) => ({
        id: `x${at}`,
        ground: 'personalised' as const,
        goods: [{ tag: `tag-${at}` }],
      })),
      ...numbered(ofEachKind, (at) => ({
        id: `h${at}`,
        ground: 'hygiene_unsealed' as const,
        goods: [{ type: `Type ${at}` }],
      })),
      ...numbered(ofEachKind, (at) => ({
        id: `c${at}`,
        ground: 'commercial' as const,
        goods: [{ tag: `tag-${ofEachKind + at}` }, { category: `Category ${windows + at}` }],
      })),
    ],
    reviews: [
      ...numbered(byBrand, (at) => ({
        id: `b${at}`,
        goods: { vendor: `Brand ${Math.floor(at / 2)}` },
        reasons: reasonAt(at),
      })),
      ...numbered(byType, (at) => ({
        id: `t${at}`,
        goods: { type: `Type ${ofEachKind + at}` },
        above: 5000 + 500 * (at % 50),
      })),
    ],
  };
}

const conditionOf = ({ category, vendor, type, tag }: Goods) => ({
  ...(category !== undefined && { 'line.category': category }),
  ...(vendor !== undefined && { 'line.vendor': vendor }),
  ...(type !== undefined && { 'line.type': type }),
  ...(tag !== undefined && { 'line.tags': tag }),
});

/** The policy in our own words. The law stands above it, as it always does. */
export function documentOf({ usualDays, windows, exclusions, reviews }: BenchPolicy): PolicyDocument {
  return {
    name: 'bench',
    version: '1',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    windows: {
      default: { days: usualDays },
      rules: windows.map(({ id, category, days }) => ({ id, when: { 'line.category': category }, days })),
    },
    exclusions: exclusions.map(({ id, ground, goods }) => {
      const [only = {}, ...others] = goods.map(conditionOf);
      return { id, ground, when: others.length === 0 ? only : { any: goods.map(conditionOf) } };
    }),
    routing: reviews.map(({ id, goods = {}, reasons, above }) => ({
      id,
      when: {
        ...conditionOf(goods),
        ...(reasons !== undefined && { 'return.reason': [...reasons] }),
        ...(above !== undefined && { 'return.worth': { above } }),
      },
      outcome: 'review',
    })),
  };
}
