import type { PolicyDocument } from '../document';

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });
const fine = { unused: true, tags_on: true };

/** A fashion shop in France. */
export const fashionFr: PolicyDocument = {
  name: 'fashion-fr',
  version: '2',
  description: 'A fashion shop in France: 30 days, 45 for shoes, 3 € for the way back, 10 % more as store credit.',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  calendar: { country: 'FR' },
  disclosures: { withdrawalRight: true, returnFee: true, exceptions: true },
  windows: {
    default: { days: 30 },
    rules: [
      { id: 'outlet', when: { 'line.category': 'Outlet' }, days: 14 },
      { id: 'shoes', when: { 'line.category': 'Shoes' }, days: 45 },
    ],
    extensions: [{ id: 'noel', boughtFrom: '11-15', boughtTo: '12-24', until: '01-31' }],
  },
  exclusions: [
    {
      id: 'personalised',
      ground: 'personalised',
      when: { any: [{ 'line.traits': 'customised' }, { 'line.tags': ['personalised', 'sur-mesure'] }] },
    },
    {
      id: 'underwear-and-swimwear',
      ground: 'hygiene_unsealed',
      when: {
        any: [
          { 'line.traits': 'hygiene' },
          { 'line.tags': 'hygiene' },
          { 'line.category': ['Underwear', 'Swimwear', 'Piercings'] },
        ],
      },
    },
    { id: 'gift-card', ground: 'gift_card', when: { 'line.traits': 'gift_card' } },
    {
      id: 'final-sale',
      ground: 'clearance',
      when: { any: [{ 'line.traits': 'final_sale' }, { 'line.tags': 'final-sale' }] },
    },
  ],
  itemConditions: [{ id: 'as-new', requires: ['unused', 'tags_on'], otherwise: 'review' }],
  fees: {
    rules: [
      { id: 'free-for-exchange', when: { 'return.resolution': ['exchange', 'store_credit'] }, free: true },
      { id: 'free-in-store', when: { 'return.method': { exists: true, is: 'store' } }, free: true },
      { id: 'free-above', when: { 'return.worth': { atLeast: 15_000 } }, free: true },
      { id: 'free-for-vip', when: { 'customer.segments': ['vip', 'subscriber'] }, free: true },
      { id: 'flat', amount: eur(300) },
    ],
  },
  resolutions: [
    { id: 'exchange', resolution: 'exchange', exchange: 'same_product', paidAt: 'label_scan' },
    { id: 'credit', resolution: 'store_credit', bonus: { percent: 10 }, paidAt: 'label_scan' },
    { id: 'refund', resolution: 'refund', paidAt: 'inspection' },
  ],
  methods: [
    { id: 'relay', method: 'relay_point', when: { 'order.country': ['FR', 'BE', 'LU', 'ES'] } },
    { id: 'post', method: 'post' },
    { id: 'store', method: 'store', when: { 'order.country': 'FR' } },
  ],
  cases: [
    {
      id: 'picking-error',
      kind: 'picking_error',
      when: { 'return.reason': 'wrong_item' },
      anyTime: true,
      evenExcluded: true,
      free: true,
      proof: { photos: 1 },
    },
  ],
  routing: [
    { id: 'dear', when: { 'return.worth': { above: 30_000 } }, outcome: 'review' },
    { id: 'often', when: { 'customer.returnRate90': { exists: true, above: 70 } }, outcome: 'review' },
    { id: 'vip', when: { 'customer.segments': 'vip' }, outcome: 'approve', priority: 10, lane: 'vip' },
  ],
  tests: [
    {
      name: 'keeps 3 € for the way back',
      given: { lines: [{ asked: { states: fine } }] },
      expect: { outcome: 'approve', fee: eur(300), refundable: eur(4690) },
    },
    { name: 'exchanges for nothing', given: { request: { resolution: 'exchange' } }, expect: { fee: eur(0) } },
    {
      name: 'is free from 150 € on',
      given: { lines: [{ paid: eur(15_000) }] },
      expect: { outcome: 'approve', fee: eur(0) },
    },
    {
      name: 'keeps nothing from a shopper who was never told of the fee',
      given: { order: { disclosures: { returnFee: false } } },
      expect: { outcome: 'approve', fee: eur(0) },
    },
    {
      name: 'gives shoes 45 days',
      given: {
        placedAt: '2026-08-28T09:00:00Z',
        deliveredAt: '2026-09-01T09:00:00Z',
        lines: [{ category: 'Shoes' }],
      },
      expect: { outcome: 'approve', rule: 'window.shoes', windowEndsAt: '2026-10-16T21:59:59.999Z' },
    },
    {
      name: 'offers an exchange first, and the relay point in France',
      expect: { resolutions: ['exchange', 'store_credit', 'refund'], methods: ['relay_point', 'post', 'store'] },
    },
    {
      name: 'lets a person look at worn goods',
      given: { lines: [{ asked: { states: { unused: false } } }] },
      expect: { outcome: 'review', rule: 'condition.as-new' },
    },
    {
      name: 'asks for a photo of a wrong item',
      given: { requestedAt: '2027-03-10T09:00:00Z', lines: [{ asked: { reason: 'wrong_item' } }] },
      expect: { outcome: 'needs_info', rule: 'case.picking-error', fee: eur(0) },
    },
    {
      name: 'lets a VIP pass',
      given: { customer: { segments: ['VIP'] }, lines: [{ paid: eur(60_000) }] },
      expect: { outcome: 'approve', lane: 'vip' },
    },
  ],
};
