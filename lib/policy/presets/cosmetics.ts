import type { PolicyDocument } from '../document';

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

/** A shop for cosmetics in the EU. */
export const cosmetics: PolicyDocument = {
  name: 'cosmetics',
  version: '1',
  description:
    'A shop for cosmetics in the European Union: sealed goods only, and nothing for a few euros is sent back.',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  disclosures: { withdrawalRight: true, returnFee: true, exceptions: true },
  windows: { default: { days: 30 } },
  exclusions: [
    {
      id: 'unsealed',
      ground: 'hygiene_unsealed',
      when: {
        any: [
          { 'line.traits': 'hygiene' },
          { 'line.tags': ['hygiene', 'sealed'] },
          { 'line.category': ['Skin care', 'Make-up', 'Perfume', 'Oral care'] },
        ],
      },
    },
    { id: 'engraved', ground: 'personalised', when: { 'line.traits': 'customised' } },
    { id: 'gift-card', ground: 'gift_card', when: { 'line.traits': 'gift_card' } },
  ],
  itemConditions: [
    { id: 'reaction', when: { 'return.reason': ['defective', 'not_as_described'] }, proof: { photos: 1 } },
  ],
  fees: {
    rules: [
      { id: 'free-above', when: { 'return.worth': { atLeast: 6_000 } }, free: true },
      { id: 'loyal', when: { 'customer.orders': { exists: true, atLeast: 5 } }, free: true },
      { id: 'flat', amount: eur(390) },
    ],
  },
  together: { promotionGifts: { comeBack: true, otherwise: 'needs_info' } },
  keepItem: [
    {
      id: 'small-things',
      when: { 'return.worth': { below: 2_500 }, 'return.shopAtFault': true },
      label: eur(590),
      handling: eur(250),
      gradeLoss: 100,
      paymentFee: 1.5,
    },
  ],
  routing: [
    { id: 'keeps-much', when: { 'customer.keptItems': { exists: true, atLeast: 3 } }, outcome: 'review' },
    { id: 'dear', when: { 'return.worth': { above: 25_000 } }, outcome: 'review' },
  ],
  tests: [
    {
      name: 'asks whether a cream is still sealed',
      given: { lines: [{ category: 'Skin care' }] },
      expect: { outcome: 'needs_info', missing: ['return.sealIntact'] },
    },
    {
      name: 'takes a sealed cream back',
      given: { lines: [{ category: 'Skin care', asked: { states: { seal_intact: true } } }] },
      expect: { outcome: 'approve', fee: eur(390) },
    },
    {
      name: 'refuses an opened cream',
      given: { lines: [{ category: 'Skin care', asked: { states: { seal_intact: false } } }] },
      expect: { outcome: 'reject', rule: 'exclusion.unsealed' },
    },
    {
      name: 'does not want a broken lipstick back',
      given: { lines: [{ paid: eur(1_490), asked: { reason: 'damaged_in_transit' } }] },
      expect: { outcome: 'approve', keepItem: true, methods: [], refundable: eur(1_490) },
    },
    {
      name: 'is free for loyal customers',
      given: { customer: { orders: 5 } },
      expect: { outcome: 'approve', fee: eur(0) },
    },
  ],
};
