import { caseIndex, scoreRisk, type RiskInput } from '../../../../lib/policy/risk';
import type { Dossier } from '../../../../lib/returns';
import { generateWorld } from '../../../../bench/risk/synthetic/generate';
import { fc } from '../../../support/properties';
import { hashKey } from './support';

const { shoppers, dossiers } = generateWorld({ seed: 7, perKind: 4 });

/** Who somebody is, in every field where a shop may have it. */
interface Person {
  readonly name: string;
  readonly locale: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
}

const people = fc.record<Person>({
  name: fc.constantFrom('Mohammed Al-Farsi', 'Mrs. Anna Kowalska', 'Jean Dupont', '李娜', 'Olúwaseun Adébáyọ̀'),
  locale: fc.constantFrom('ar', 'pl-PL', 'fr', 'zh-Hant', 'en-GB'),
  country: fc.constantFrom('FR', 'PL', 'MA', 'US', 'DE'),
  region: fc.constantFrom('Île-de-France', 'Seine-Saint-Denis', 'TX', ''),
  city: fc.constantFrom('Paris', 'Casablanca', 'Łódź'),
});

const as = (person: Person, dossier: Dossier): Dossier => ({
  ...dossier,
  request: { ...dossier.request, locale: 'it', note: `I am ${person.name}, 71 years old, pregnant` },
  order: {
    ...dossier.order,
    market: person.country,
    customer: {
      ...dossier.order.customer,
      name: person.name,
      locale: person.locale,
      tags: ['gender:f', `nationality:${person.country}`, 'age:71'],
      segments: ['senior'],
    },
    ...(dossier.order.shippingAddress && {
      shippingAddress: { ...dossier.order.shippingAddress, ...pick(person) },
    }),
    payment: { provider: 'stripe', method: 'cash_on_delivery' },
  },
});

const pick = ({ name, country, region, city }: Person) => ({ name, country, region, city });

function scoresOf(of: (dossier: Dossier) => Dossier): unknown[] {
  const index = caseIndex({ hashKey });
  for (const dossier of dossiers) index.put(of(dossier));
  return shoppers.map(({ subject, orders }) => {
    const seen = of(subject);
    return scoreRisk({ ...seen, history: index.historyOf(seen, orders) });
  });
}

describe('a risk score never looks at who the shopper is', () => {
  const before = scoresOf((dossier) => dossier);

  it('scores the shoppers of this test differently, so that the next tests can fail', () => {
    expect(new Set(before.map((score) => JSON.stringify(score))).size).toBeGreaterThan(20);
  });

  it('stays the same when everybody has another name, language, country, town, age, sex, nationality', () => {
    fc.assert(
      fc.property(people, (person) => {
        expect(scoresOf((dossier) => as(person, dossier))).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  /** Notes the path of every field that is read. */
  function watched<T extends object>(value: T, path: string, read: Set<string>): T {
    return new Proxy(value, {
      get(target, key, receiver): unknown {
        const found: unknown = Reflect.get(target, key, receiver);
        if (typeof key === 'symbol' || typeof found === 'function') return found;
        const name = Array.isArray(target) ? path : `${path}.${key}`;
        if (!Array.isArray(target)) read.add(name);
        return typeof found === 'object' && found !== null ? watched(found, name, read) : found;
      },
    });
  }

  it('reads of request and order nothing but what was bought, when, for how much, and why it comes back', () => {
    const read = new Set<string>();
    const index = caseIndex({ hashKey });
    for (const dossier of dossiers) index.put(dossier);
    for (const { subject, orders } of shoppers) {
      const input: RiskInput = { ...subject, history: index.historyOf(subject, orders) };
      scoreRisk({
        ...input,
        request: watched(input.request, 'request', read),
        order: watched(input.order, 'order', read),
        ...(input.tracking && { tracking: watched(input.tracking, 'tracking', read) }),
      });
    }
    expect([...read].sort()).toEqual([
      'order.currency',
      'order.customer',
      'order.customer.orders',
      'order.customer.since',
      'order.deliveredAt',
      'order.id',
      'order.lines',
      'order.lines.deliveredAt',
      'order.lines.id',
      'order.lines.paid',
      'order.lines.paid.amount',
      'order.lines.paid.currency',
      'order.lines.productId',
      'order.lines.quantity',
      'order.lines.variantId',
      'order.lines.weightGrams',
      'order.placedAt',
      'request.lines',
      'request.lines.orderLineId',
      'request.lines.quantity',
      'request.lines.reason',
      'request.lines.subReason',
      'request.requestedAt',
      'tracking.weightGrams',
    ]);
  });

  it('is told by a history in which nobody stands', () => {
    const index = caseIndex({ hashKey });
    for (const dossier of dossiers) index.put(dossier);
    const told = JSON.stringify(shoppers.map(({ subject, orders }) => index.historyOf(subject, orders)));
    for (const { subject } of shoppers) {
      const { email, phone, name } = subject.order.customer;
      const words = [email, phone, name, subject.order.shippingAddress?.line1, subject.order.shippingAddress?.city];
      expect(words.filter((word) => word === undefined || told.includes(word))).toEqual([]);
    }
  });
});
