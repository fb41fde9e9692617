import {
  isProtected,
  rightsOf,
  withdrawalGrounds,
  type LegalFacts,
  type LegalLine,
} from '../../../../lib/policy/law/index';
import { fc, runs } from '../../../support/properties';

import { refusalOf } from './refusal';
import { at } from './vector';

const DAY = 86_400_000;
const [first, last] = [at('2014-06-13T00:00:00Z'), at('2035-01-01T00:00:00Z')];

const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
const instants = fc.integer({ min: first, max: last });
const countries = fc.constantFrom('FR', 'DE', 'ES', 'IT', 'GB', 'US', 'PL', 'NL', 'RE', 'CH', 'JP');
const zones = fc.constantFrom('Europe/Paris', 'Europe/London', 'America/New_York', 'Pacific/Apia', 'UTC');

const lines: fc.Arbitrary<LegalLine> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 5 }),
  quantity: fc.integer({ min: 1, max: 5 }),
  amountMinor: fc.integer({ min: 0, max: 1_000_000 }),
  deliveredAt: maybe(instants),
  firstOfSeriesAt: fc.constant(undefined),
  condition: maybe(fc.constantFrom('new', 'used', 'refurbished')),
  grounds: maybe(fc.array(fc.constantFrom(...withdrawalGrounds), { maxLength: 3 })),
  seal: maybe(fc.constantFrom('sealed', 'unsealed', 'unknown')),
  exceptionInfoGiven: maybe(fc.boolean()),
  digitalConsentGiven: maybe(fc.boolean()),
  guaranteeMonthsAgreed: maybe(fc.integer({ min: 0, max: 60 })),
  defectShowedAt: maybe(instants),
  repairs: maybe(fc.array(fc.record({ doneAt: instants }), { maxLength: 3 })),
});

const legalFacts: fc.Arbitrary<LegalFacts> = fc.record({
  consumerCountry: maybe(countries),
  region: maybe(fc.constantFrom('NY', 'CA', 'SCT', 'BY', 'HH')),
  isConsumer: maybe(fc.boolean()),
  requester: maybe(fc.constantFrom('buyer', 'gift_recipient')),
  buyerAgrees: maybe(fc.boolean()),
  channel: fc.constantFrom('shopify', 'tiktok_shop'),
  premises: fc.constantFrom('distance', 'off_premises', 'in_store'),
  timeZone: zones,
  contractAt: instants,
  requestedAt: instants,
  deliveredAt: maybe(instants),
  deliveryGuessed: maybe(fc.boolean()),
  withdrawalInfoGivenAt: fc.oneof(maybe(instants), fc.constant(null)),
  returnCostDisclosed: maybe(fc.boolean()),
  policyDisclosed: maybe(fc.boolean()),
  traderCollects: maybe(fc.boolean()),
  dispatchProofAt: maybe(instants),
  goodsReceivedAt: maybe(instants),
  refundAgreedAt: maybe(instants),
  outboundDelivery: fc.record({
    paidMinor: fc.integer({ min: 0, max: 100_000 }),
    cheapestStandardMinor: maybe(fc.integer({ min: 0, max: 100_000 })),
    wholeOrderReturned: fc.boolean(),
  }),
  lines: fc.array(lines, { minLength: 1, maxLength: 3 }),
});

const ofAll = (facts: LegalFacts): ReturnType<typeof rightsOf>['lines'][number][] => [...rightsOf(facts).lines];

describe('rightsOf', () => {
  it('answers the same facts the same way', () => {
    fc.assert(
      fc.property(legalFacts, (facts) => {
        expect(rightsOf(facts)).toEqual(rightsOf(structuredClone(facts)));
      }),
      runs(500),
    );
  });

  it('never ends a right earlier because the goods came later', () => {
    fc.assert(
      fc.property(legalFacts, fc.integer({ min: 0, max: 400 * DAY }), (facts, delay) => {
        const moved = (instant: number | undefined): number | undefined =>
          instant === undefined ? undefined : instant + delay;
        const later: LegalFacts = {
          ...facts,
          deliveredAt: moved(facts.deliveredAt),
          lines: facts.lines.map((line) => ({ ...line, deliveredAt: moved(line.deliveredAt) })),
        };
        const [before, after] = [ofAll(facts), ofAll(later)];
        before.forEach((line, index) => {
          for (const name of ['withdrawal', 'guarantee', 'shortTermReject', 'marketplace'] as const) {
            const [was, is] = [line[name].endsAt?.at, after[index]?.[name].endsAt?.at];
            if (was !== undefined && is !== undefined) expect(is).toBeGreaterThanOrEqual(was);
            expect(was === undefined).toBe(is === undefined);
          }
        });
      }),
      runs(1000),
    );
  });

  it('never protects a later request better than an earlier one', () => {
    fc.assert(
      fc.property(legalFacts, fc.integer({ min: 0, max: 400 * DAY }), (given, delay) => {
        // Repairs change the guarantee by being done in between.
        const facts = { ...given, lines: given.lines.map((line) => ({ ...line, repairs: [] })) };
        const after = ofAll({ ...facts, requestedAt: facts.requestedAt + delay });
        ofAll(facts).forEach((line, index) => {
          for (const name of [
            'withdrawal',
            'guarantee',
            'shortTermReject',
            'marketplace',
            'undisclosedPolicy',
          ] as const) {
            const later = after[index]?.[name];
            if (later !== undefined && isProtected(later)) expect(isProtected(line[name])).toBe(true);
          }
        });
      }),
      runs(1000),
    );
  });

  it('never takes protection away for want of a fact', () => {
    fc.assert(
      fc.property(legalFacts, (facts) => {
        const { deliveredAt: _known, ...unknown } = facts;
        const without = { ...unknown, lines: facts.lines.map(({ deliveredAt: _own, ...line }) => line) };
        const after = ofAll(without);
        ofAll(facts).forEach((line, index) => {
          const comesLater = (facts.deliveredAt ?? 0) >= facts.contractAt;
          if (comesLater && isProtected(line.withdrawal) && facts.withdrawalInfoGivenAt === undefined) {
            const line = after[index];
            expect(line !== undefined && isProtected(line.withdrawal)).toBe(true);
          }
        });
      }),
      runs(500),
    );
  });

  it('says why, each time it says anything', () => {
    fc.assert(
      fc.property(legalFacts, (facts) => {
        for (const line of ofAll(facts)) {
          const { lineId: _id, deduction: _deduction, ...rights } = line;
          for (const right of Object.values(rights)) {
            if (right.status !== 'none') expect(right.statements.length).toBeGreaterThan(0);
            if (right.status === 'open' || right.status === 'ended') expect(right.needs).toEqual([]);
          }
        }
      }),
      runs(500),
    );
  });

  it('throws nothing but typed errors, whatever the facts', () => {
    const strange = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constant(Number.MAX_SAFE_INTEGER),
      fc.constant(-1),
      fc.constant(Date.UTC(9999, 0, 1)),
    );
    const names = ['contractAt', 'requestedAt', 'deliveredAt', 'withdrawalInfoGivenAt', 'goodsReceivedAt'] as const;
    fc.assert(
      fc.property(legalFacts, fc.constantFrom(...names), strange, (facts, name, value) => {
        const refusal = refusalOf(() => rightsOf({ ...facts, [name]: value }));
        if (refusal !== undefined) expect([refusal.code, refusal.context]).toEqual(['invalid_input', { field: name }]);
      }),
      runs(1000),
    );
  });

  it.each([
    { timeZone: 'Mars/Olympus' },
    { consumerCountry: 'France' },
    { market: 'fr' },
    { requestedAt: Number.NaN },
    { outboundDelivery: { paidMinor: -1, wholeOrderReturned: true } },
    { outboundDelivery: { paidMinor: 1, cheapestStandardMinor: 0.5, wholeOrderReturned: true } },
    { lines: [{ id: 'a', quantity: 0, amountMinor: 1 }] },
    { lines: [{ id: 'a', quantity: 1, amountMinor: 1, repairs: [{ doneAt: Number.POSITIVE_INFINITY }] }] },
    { lines: [{ id: 'a', quantity: 1, amountMinor: 1, guaranteeMonthsAgreed: -1 }] },
  ])('refuses %j by name', (given) => {
    const facts = {
      channel: 'shopify',
      premises: 'distance',
      timeZone: 'UTC',
      contractAt: first,
      requestedAt: first,
      outboundDelivery: { paidMinor: 0, wholeOrderReturned: true },
      lines: [],
      ...given,
    } as const;
    const refusal = refusalOf(() => rightsOf(facts));
    expect(refusal?.code).toBe('invalid_input');
    expect(refusal?.context).toHaveProperty('field');
  });
});
