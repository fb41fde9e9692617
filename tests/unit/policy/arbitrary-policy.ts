import { exclusionGrounds, type Condition, type PolicyDocument } from '../../../lib/policy';
import {
  defined,
  evidenceKinds,
  goodsTraits,
  itemStates,
  offeredResolutions,
  outcomes,
  resolutions,
  returnMethods,
  returnReasons,
} from '../../../lib/returns';
import { fc } from '../../support/properties';
import { eur, type Story } from './facts';

/** Few words, so that rules and requests meet. */
const words = ['shirts', 'shoes', 'outlet', 'sale', 'vip'];
const word = fc.constantFrom(...words);
const wordList = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const amount = fc.integer({ min: 0, max: 20_000 });
const count = fc.integer({ min: 0, max: 6 });

const quantityTest = (value: fc.Arbitrary<number>) =>
  fc.oneof(
    value.map((above) => ({ above })),
    value.map((atLeast) => ({ atLeast })),
    value.map((below) => ({ below })),
    value.map((atMost) => ({ atMost })),
    fc.tuple(value, value).map((ends): { between: [number, number] } => ({
      between: [Math.min(...ends), Math.max(...ends)],
    })),
    value.map((is) => ({ is })),
    value.map((not) => ({ not })),
    fc.tuple(fc.boolean(), value).map(([exists, atLeast]) => ({ exists, atLeast })),
  );

/** One test of one fact; among the facts are some that the stories never tell. */
const tests: fc.Arbitrary<Condition> = fc.oneof(
  fc.oneof(word, wordList).map((value) => ({ 'line.category': value })),
  wordList.map((not) => ({ 'line.category': { not } })),
  word.map((startsWith) => ({ 'line.sku': { startsWith: startsWith.slice(0, 2) } })),
  fc.oneof(word, wordList).map((value) => ({ 'line.tags': value })),
  wordList.map((containsAll) => ({ 'line.tags': { containsAll } })),
  wordList.map((not) => ({ 'line.tags': { not } })),
  fc.constantFrom(...goodsTraits).map((trait) => ({ 'line.traits': trait })),
  fc.constantFrom(...returnReasons).map((reason) => ({ 'return.reason': reason })),
  fc.constantFrom(...resolutions).map((resolution) => ({ 'return.resolution': resolution })),
  fc.boolean().map((value) => ({ 'return.shopAtFault': value })),
  fc.boolean().map((value) => ({ 'return.unused': value })),
  fc.boolean().map((exists) => ({ 'return.unused': { exists } })),
  quantityTest(amount).map((test) => ({ 'return.worth': test })),
  quantityTest(amount).map((test) => ({ 'line.worth': test })),
  quantityTest(count).map((test) => ({ 'line.quantity': test })),
  quantityTest(count).map((test) => ({ 'customer.orders': test })),
  quantityTest(fc.integer({ min: 0, max: 100 })).map((test) => ({ 'customer.returnRate90': test })),
  quantityTest(fc.integer({ min: 0, max: 100 })).map((test) => ({ 'risk.score': test })),
  fc.constantFrom('FR', 'GB', 'US', 'JP').map((country) => ({ 'order.country': country })),
  fc.constantFrom('vip', 'b2b').map((segment) => ({ 'customer.segments': segment })),
  fc.constantFrom<Condition>(
    { 'order.placedAt': { before: '2026-10-01' } },
    { 'clock.seasons': 'peak' },
    { 'order.placedAt': { between: ['11-01', '02-01'] } },
    { 'line.deliveredAt': { after: '06-01' } },
    {},
  ),
);

export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    tests,
    fc.tuple(tests, tests).map(([one, other]) => ({ ...one, ...other })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition;

const named = <T extends object>(
  rule: fc.Arbitrary<T>,
  most = 4,
): fc.Arbitrary<(T & { id: string; when?: Condition })[]> =>
  fc
    .array(fc.tuple(rule, fc.option(conditions, { nil: undefined, freq: 5 })), { maxLength: most })
    .map((rules) => rules.map(([part, when], index) => ({ ...part, id: `rule-${index}`, ...(when && { when }) })));

const windowPart = fc.record({
  days: fc.integer({ min: 0, max: 60 }),
  from: fc.constantFrom('delivery' as const, 'last_parcel' as const, 'shipment' as const, 'order' as const),
  unit: fc.constantFrom('days' as const, 'days' as const, 'business_days' as const),
  graceDays: fc.constantFrom(0, 0, 5),
});

const outcome = fc.constantFrom(...outcomes);
const question = { en: 'What is it?' };
const proof = fc.option(
  fc.constantFrom(...evidenceKinds).map((kind) => ({ [kind]: 1 })),
  { nil: undefined },
);
const otherwise = fc.constantFrom('review' as const, 'needs_info' as const, 'reject' as const);
const money = fc.nat(2000).map(eur);

const withQuestion = <T extends { outcome?: (typeof outcomes)[number] | undefined }>(rule: T) => ({
  ...rule,
  ...(rule.outcome === 'needs_info' && { question }),
});
const fee = fc.oneof(
  fc.constant({ free: true as const }),
  fc.record({ amount: money, per: fc.constantFrom('return' as const, 'line' as const, 'item' as const) }),
  fc.record({ percent: fc.integer({ min: 0, max: 100 }), cap: money }),
  fc.record({ amount: money, kind: fc.constant('restocking' as const) }),
);

/** Policies that use every part, however unreasonable. */
export const policies: fc.Arbitrary<PolicyDocument> = fc
  .record({
    windows: fc.record({
      default: windowPart,
      rules: named(windowPart, 3),
      extensions: named(
        fc.constantFrom(
          { boughtFrom: '11-01', boughtTo: '12-24', until: '01-31' },
          { boughtFrom: '2026-06-01', boughtTo: '2026-06-30', until: '2026-09-15' },
        ),
        2,
      ),
    }),
    exclusions: named(fc.record({ ground: fc.constantFrom(...exclusionGrounds) })),
    itemConditions: named(
      fc
        .record({
          requires: fc.uniqueArray(fc.constantFrom(...itemStates), { minLength: 1, maxLength: 2 }),
          ask: fc.boolean(),
          proof,
          otherwise: fc.constantFrom('review' as const, 'reject' as const),
        })
        .map(defined),
      2,
    ),
    fees: fc.record({ rules: named(fee), cap: fc.option(money, { nil: undefined }) }).map(defined),
    resolutions: named(fc.record({ resolution: fc.constantFrom(...offeredResolutions) }), 3),
    methods: named(fc.record({ method: fc.constantFrom(...returnMethods) }), 3),
    cases: named(
      fc
        .record({
          outcome: fc.option(outcome, { nil: undefined, freq: 2 }),
          anyTime: fc.boolean(),
          evenExcluded: fc.boolean(),
          free: fc.boolean(),
          proof,
        })
        .map(withQuestion)
        .map(defined),
      2,
    ),
    together: fc.record({
      mixedLines: fc.constantFrom('review' as const, 'approve_part' as const),
      bundles: fc.record({ comeBack: fc.constantFrom('apart' as const, 'together' as const), otherwise }),
      promotionGifts: fc.record({ comeBack: fc.boolean(), otherwise }),
    }),
    routing: named(fc.record({ outcome, priority: fc.constantFrom(-1, 0, 0, 5) }).map(withQuestion)),
    keepItem: named(fc.record({ label: money, handling: money, gradeLoss: fc.integer({ min: 0, max: 100 }) }), 2),
    refund: fc
      .record({
        outboundDelivery: fc.constantFrom(
          'as_law' as const,
          'whole_order' as const,
          'proportional' as const,
          'always' as const,
        ),
        withinDays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
        legalRates: fc.option(
          fc
            .uniqueArray(fc.constantFrom('2026-01-01', '2026-07-01', '2027-01-01'), { maxLength: 3 })
            .map((days) => days.map((from, index) => ({ from, percent: 2.5 + index }))),
          { nil: undefined },
        ),
      })
      .map(defined),
    disclosures: fc
      .record({
        withdrawalRight: fc.option(fc.boolean(), { nil: undefined }),
        returnFee: fc.option(fc.boolean(), { nil: undefined }),
        exceptions: fc.option(fc.boolean(), { nil: undefined }),
        policy: fc.option(fc.boolean(), { nil: undefined }),
        digitalConsent: fc.option(fc.boolean(), { nil: undefined }),
      })
      .map(defined),
    risk: fc
      .record({ reviewFrom: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 2 }) })
      .map(defined),
  })
  .map((parts) => ({
    ...parts,
    name: 'random',
    version: '1',
    currency: 'EUR',
    seasons: { peak: { from: '11-15', to: '01-15' } },
  }));

const instants = fc
  .date({ min: new Date('2025-12-01'), max: new Date('2027-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Times in the order in which they happen: what comes before the order is refused elsewhere. */
const times = fc
  .record({
    placedAt: instants,
    sentAfter: fc.integer({ min: 0, max: 4 }),
    arrivedAfter: fc.integer({ min: 0, max: 6 }),
    askedAfter: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 })),
    sent: fc.boolean(),
    arrived: fc.constantFrom(true, true, true, false),
  })
  .map(({ placedAt, sentAfter, arrivedAfter, askedAfter, sent, arrived }) => {
    const after = (days: number): string => new Date(Date.parse(placedAt) + days * 86_400_000).toISOString();
    return {
      requestedAt: after(sentAfter + arrivedAfter + askedAfter),
      undelivered: !arrived,
      order: {
        placedAt,
        fulfilledAt: sent ? after(sentAfter) : placedAt,
        ...(arrived && { deliveredAt: after(sentAfter + arrivedAfter) }),
      },
    };
  });

const storyLines = fc.array(
  fc
    .record({
      units: fc.integer({ min: 1, max: 5 }),
      asked: fc.integer({ min: 1, max: 5 }),
      paid: fc.nat(30_000),
      reason: fc.constantFrom(...returnReasons),
      category: word,
      tags: fc.uniqueArray(word, { maxLength: 2 }),
      traits: fc.option(fc.uniqueArray(fc.constantFrom(...goodsTraits), { maxLength: 2 }), { nil: undefined }),
      bundle: fc.option(fc.constant('set'), { nil: undefined, freq: 2 }),
      unused: fc.option(fc.boolean(), { nil: undefined }),
      sealed: fc.option(fc.boolean(), { nil: undefined }),
      photos: fc.option(fc.constant(1), { nil: undefined }),
    })
    .map(({ units, asked, paid, reason, category, tags, traits, bundle, unused, sealed, photos }) => ({
      line: defined({
        quantity: units,
        returnableQuantity: units,
        paid: eur(paid),
        tax: eur(Math.floor(paid / 6)),
        sku: `${category}-1`,
        category,
        tags,
        traits,
        bundle,
      }),
      asked: defined({
        quantity: Math.min(asked, units),
        reason,
        states: defined({ unused, seal_intact: sealed }),
        evidence: defined({ photos }),
      }),
    })),
  { minLength: 1, maxLength: 3 },
);

/** Requests of shoppers in four countries, with more or less that is known. */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    times,
    resolution: fc.constantFrom(...resolutions),
    country: fc.constantFrom('FR', 'GB', 'US', 'JP'),
    lines: storyLines,
    segments: fc.uniqueArray(fc.constantFrom('vip', 'b2b')),
    orders: fc.option(count, { nil: undefined }),
    score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    returnRate: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  })
  .map(({ times: { order, requestedAt, undelivered }, segments, orders, score, returnRate, ...story }) => ({
    ...story,
    requestedAt,
    undelivered,
    order: { ...order, customer: { name: 'Ana Lima', tags: [], segments, ...(orders !== undefined && { orders }) } },
    ...(score !== undefined && { risk: { score } }),
    ...(returnRate !== undefined && { history: { returnRate: { days90: returnRate } } }),
  }));
