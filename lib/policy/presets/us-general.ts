import type { PolicyDocument } from '../document';

const usd = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Any shop that sells in the United States. */
export const usGeneral: PolicyDocument = {
  name: 'us-general',
  version: '1',
  description: 'A shop in the United States: 30 days, a label for $5.95, free as store credit, small things are kept.',
  currency: 'USD',
  timeZone: 'America/New_York',
  calendar: { country: 'US' },
  disclosures: { policy: true, returnFee: true, exceptions: true },
  windows: {
    default: { days: 30 },
    rules: [
      { id: 'loyal', when: { 'customer.segments': ['vip', 'subscriber'] }, days: 60 },
      { id: 'electronics', when: { 'line.category': 'Electronics' }, days: 15 },
    ],
    extensions: [{ id: 'holidays', boughtFrom: '11-01', boughtTo: '12-25', until: '01-31' }],
  },
  exclusions: [
    {
      id: 'final-sale',
      ground: 'clearance',
      when: { any: [{ 'line.traits': 'final_sale' }, { 'line.tags': 'final-sale' }] },
    },
    {
      id: 'personalized',
      ground: 'personalised',
      when: { any: [{ 'line.traits': 'customised' }, { 'line.tags': 'personalized' }] },
    },
    { id: 'perishable', ground: 'perishable', when: { 'line.traits': 'perishable' } },
    { id: 'gift-card', ground: 'gift_card', when: { 'line.traits': 'gift_card' } },
  ],
  itemConditions: [{ id: 'as-new', requires: ['unused', 'original_packaging'], otherwise: 'review' }],
  fees: {
    rules: [
      { id: 'free-as-credit', when: { 'return.resolution': ['exchange', 'store_credit'] }, free: true },
      {
        id: 'opened-electronics',
        when: { 'line.category': 'Electronics', 'return.originalPackaging': { exists: true, is: false } },
        percent: 15,
        kind: 'restocking',
      },
      { id: 'label', amount: usd(595) },
    ],
    cap: usd(7_500),
  },
  resolutions: [
    { id: 'exchange', resolution: 'exchange', exchange: 'any', paidAt: 'label_scan' },
    { id: 'credit', resolution: 'store_credit', bonus: { percent: 5 }, paidAt: 'label_scan' },
    { id: 'refund', resolution: 'refund', paidAt: 'inspection' },
  ],
  methods: [
    { id: 'qr', method: 'qr_code' },
    { id: 'post', method: 'post' },
  ],
  keepItem: [
    {
      id: 'not-worth-it',
      when: { 'return.worth': { below: 2_000 }, not: { 'customer.keptItems': { exists: true, atLeast: 2 } } },
      label: usd(795),
      handling: usd(300),
      gradeLoss: 40,
      paymentFee: 2.9,
    },
  ],
  routing: [
    { id: 'dear', when: { 'return.worth': { above: 50_000 } }, outcome: 'review' },
    { id: 'blocked', when: { 'customer.lists': 'block' }, outcome: 'reject', priority: 100 },
    {
      id: 'ambassador',
      when: { 'customer.segments': 'ambassador' },
      outcome: 'approve',
      priority: 50,
      lane: 'ambassador',
    },
  ],
  tests: [
    {
      name: 'takes goods back within 30 days for the price of the label',
      given: { country: 'US', region: 'TX' },
      expect: { outcome: 'approve', fee: usd(595), refundable: usd(4_395) },
    },
    {
      name: 'is free as store credit, with 5 % more',
      given: { country: 'US', region: 'TX', request: { resolution: 'store_credit' } },
      expect: { outcome: 'approve', fee: usd(0) },
    },
    {
      name: 'refuses final sale',
      given: { country: 'US', region: 'TX', lines: [{ tags: ['final-sale'] }] },
      expect: { outcome: 'reject', rule: 'exclusion.final-sale' },
    },
    {
      name: 'does not want a pair of socks back',
      given: { country: 'US', region: 'TX', lines: [{ paid: usd(900) }] },
      expect: { outcome: 'approve', keepItem: true },
    },
    {
      name: 'owes a refund in New York if the policy was not shown',
      given: {
        country: 'US',
        region: 'NY',
        order: { disclosures: { policy: false } },
        lines: [{ tags: ['final-sale'] }],
      },
      expect: { outcome: 'approve' },
    },
    {
      name: 'refuses those whom the shop has blocked',
      given: { country: 'US', region: 'TX', history: { lists: ['block'] } },
      expect: { outcome: 'reject', rule: 'routing.blocked' },
    },
  ],
};
