import type { PolicyDocument } from '../document';

/** Any shop that sells to consumers in the EU. */
export const euShop: PolicyDocument = {
  name: 'eu-shop',
  version: '2',
  description: 'A shop that sells to consumers in the European Union: 30 days, no fee, the usual exclusions.',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  disclosures: { withdrawalRight: true, exceptions: true, digitalConsent: true },
  windows: {
    default: { days: 30 },
    extensions: [{ id: 'christmas', boughtFrom: '11-01', boughtTo: '12-24', until: '01-31' }],
  },
  exclusions: [
    {
      id: 'personalised',
      ground: 'personalised',
      when: {
        any: [{ 'line.traits': 'customised' }, { 'line.tags': ['personalised', 'personalized', 'custom-made'] }],
      },
    },
    {
      id: 'perishable',
      ground: 'perishable',
      when: { any: [{ 'line.traits': 'perishable' }, { 'line.tags': 'perishable' }, { 'line.category': 'Food' }] },
    },
    {
      id: 'hygiene',
      ground: 'hygiene_unsealed',
      when: { any: [{ 'line.traits': 'hygiene' }, { 'line.tags': 'hygiene' }] },
    },
    { id: 'digital', ground: 'digital', when: { any: [{ 'line.traits': 'digital' }, { 'line.tags': 'digital' }] } },
    {
      id: 'gift-card',
      ground: 'gift_card',
      when: { any: [{ 'line.traits': 'gift_card' }, { 'line.category': 'Gift cards' }] },
    },
    {
      id: 'final-sale',
      ground: 'clearance',
      when: { any: [{ 'line.traits': 'final_sale' }, { 'line.tags': 'final-sale' }] },
    },
  ],
  routing: [
    { id: 'vague', when: { 'return.reason': ['other', 'unknown'] }, outcome: 'review' },
    { id: 'dear', when: { 'return.worth': { above: 50_000 } }, outcome: 'review' },
  ],
  tests: [
    { name: 'takes a shirt back within 30 days', expect: { outcome: 'approve', rule: 'window' } },
    {
      name: 'is too late after 30 days',
      given: { deliveredAt: '2026-09-01T09:00:00Z', placedAt: '2026-08-28T09:00:00Z' },
      expect: { outcome: 'reject', rule: 'window' },
    },
    {
      name: 'gives until the end of January for what was bought before Christmas',
      given: {
        placedAt: '2026-11-20T09:00:00Z',
        deliveredAt: '2026-11-24T09:00:00Z',
        requestedAt: '2027-01-30T09:00:00Z',
      },
      expect: { outcome: 'approve', windowEndsAt: '2027-01-31T22:59:59.999Z' },
    },
    {
      name: 'cannot call a sale final within the statutory 14 days',
      given: { deliveredAt: '2026-10-05T09:00:00Z', lines: [{ tags: ['final-sale'] }] },
      expect: { outcome: 'approve', rule: 'law.FR-withdrawal-period' },
    },
    {
      name: 'keeps to a final sale after them',
      given: {
        deliveredAt: '2026-09-20T09:00:00Z',
        placedAt: '2026-09-16T09:00:00Z',
        lines: [{ tags: ['final-sale'] }],
      },
      expect: { outcome: 'reject', rule: 'exclusion.final-sale' },
    },
    {
      name: 'does not take back what was made for the shopper',
      given: { lines: [{ traits: ['customised'] }] },
      expect: { outcome: 'reject', rule: 'exclusion.personalised' },
    },
    {
      name: 'asks whether the seal is broken',
      given: { lines: [{ traits: ['hygiene'] }] },
      expect: { outcome: 'needs_info', missing: ['return.sealIntact'] },
    },
    {
      name: 'takes sealed goods back, and unsealed ones not',
      given: {
        lines: [
          { traits: ['hygiene'], asked: { states: { seal_intact: true } } },
          { traits: ['hygiene'], asked: { states: { seal_intact: false } } },
        ],
      },
      expect: { outcome: 'review', lines: [{ outcome: 'approve' }, { outcome: 'reject' }] },
    },
    {
      name: 'lets a person look at dear goods',
      given: { lines: [{ paid: { amount: 50_001, currency: 'EUR' } }] },
      expect: { outcome: 'review', rule: 'routing.dear' },
    },
  ],
};
