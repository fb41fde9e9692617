import type { PolicyDocument } from '../document';

type Rules = Pick<PolicyDocument, 'exclusions' | 'itemConditions' | 'cases' | 'routing'>;

/** What sellers on TikTok Shop have in common, whatever their market. */
export const sellerRules: Rules = {
  exclusions: [
    {
      id: 'personalised',
      ground: 'personalised',
      when: { any: [{ 'line.traits': 'customised' }, { 'line.tags': ['personalised', 'personalized'] }] },
    },
    {
      id: 'perishable',
      ground: 'perishable',
      when: { any: [{ 'line.traits': 'perishable' }, { 'line.tags': 'perishable' }] },
    },
    {
      id: 'hygiene',
      ground: 'hygiene_unsealed',
      when: { any: [{ 'line.traits': 'hygiene' }, { 'line.tags': 'hygiene' }] },
    },
  ],
  itemConditions: [
    {
      id: 'show-the-fault',
      when: { 'return.reason': ['defective', 'damaged_in_transit', 'wrong_item', 'not_as_described'] },
      proof: { photos: 1 },
    },
  ],
  cases: [
    {
      id: 'damaged',
      kind: 'transport_damage',
      when: { 'return.reason': 'damaged_in_transit' },
      evenExcluded: true,
      free: true,
      proof: { photos: 2 },
    },
  ],
  routing: [
    { id: 'claims', when: { 'customer.missingClaims': { exists: true, atLeast: 2 } }, outcome: 'review' },
    {
      id: 'soon-decided',
      when: { 'clock.hoursToRespond': { exists: true, below: 6 } },
      outcome: 'review',
      priority: -10,
      lane: 'urgent',
    },
  ],
};

const christmas = { id: 'christmas', boughtFrom: '11-01', boughtTo: '12-24', until: '01-31' };
const channel = 'tiktok_shop';

/** A seller on TikTok Shop in France. */
export const tiktokShopFr: PolicyDocument = {
  name: 'tiktok-shop-fr',
  version: '1',
  description: 'A seller on TikTok Shop in France: the 30 days that the platform asks of sellers, free of charge.',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  disclosures: { withdrawalRight: true, exceptions: true },
  windows: { default: { days: 30 }, extensions: [christmas] },
  ...sellerRules,
  routing: [
    ...(sellerRules.routing ?? []),
    { id: 'dear', when: { 'return.worth': { above: 20_000 } }, outcome: 'review' },
  ],
  methods: [
    { id: 'relay', method: 'relay_point' },
    { id: 'qr', method: 'qr_code' },
    { id: 'post', method: 'post' },
  ],
  tests: [
    { name: 'takes goods back within 30 days', given: { order: { channel } }, expect: { outcome: 'approve' } },
    {
      name: 'is over after them',
      given: { placedAt: '2026-08-28T09:00:00Z', deliveredAt: '2026-09-01T09:00:00Z', order: { channel } },
      expect: { outcome: 'reject', rule: 'window' },
    },
    {
      name: 'asks for a photo of a wrong item',
      given: { order: { channel }, lines: [{ asked: { reason: 'wrong_item' } }] },
      expect: { outcome: 'needs_info', rule: 'condition.show-the-fault' },
    },
  ],
};

/** A seller on TikTok Shop in the United Kingdom. */
export const tiktokShopUk: PolicyDocument = {
  name: 'tiktok-shop-uk',
  version: '1',
  description: 'A seller on TikTok Shop in the United Kingdom: the 30 days that the platform asks of sellers.',
  currency: 'GBP',
  timeZone: 'Europe/London',
  disclosures: { withdrawalRight: true, exceptions: true },
  windows: { default: { days: 30 }, extensions: [christmas] },
  ...sellerRules,
  routing: [
    ...(sellerRules.routing ?? []),
    { id: 'dear', when: { 'return.worth': { above: 18_000 } }, outcome: 'review' },
  ],
  methods: [
    { id: 'qr', method: 'qr_code' },
    { id: 'post', method: 'post' },
  ],
  tests: [
    {
      name: 'takes goods back within 30 days',
      given: { country: 'GB', order: { channel } },
      expect: { outcome: 'approve' },
    },
    {
      name: 'does not take back what was made to order',
      given: { country: 'GB', order: { channel }, lines: [{ traits: ['customised'] }] },
      expect: { outcome: 'reject', rule: 'exclusion.personalised' },
    },
    {
      name: 'never refuses a faulty item in its first year: a person looks',
      given: {
        country: 'GB',
        placedAt: '2026-03-10T09:00:00Z',
        deliveredAt: '2026-03-15T09:00:00Z',
        order: { channel },
        lines: [{ asked: { reason: 'defective', evidence: { photos: 1 } } }],
      },
      expect: { outcome: 'review' },
    },
  ],
};

/** A seller on TikTok Shop in the United States. */
export const tiktokShopUs: PolicyDocument = {
  name: 'tiktok-shop-us',
  version: '1',
  description: 'A seller on TikTok Shop in the United States: 30 days, 90 for goods that arrive damaged or defective.',
  currency: 'USD',
  timeZone: 'America/Los_Angeles',
  disclosures: { policy: true },
  windows: {
    default: { days: 30 },
    rules: [{ id: 'faulty', when: { 'return.shopAtFault': true }, days: 90 }],
    extensions: [christmas],
  },
  ...sellerRules,
  exclusions: [
    ...(sellerRules.exclusions ?? []),
    {
      id: 'final-sale',
      ground: 'clearance',
      when: { any: [{ 'line.traits': 'final_sale' }, { 'line.tags': 'final-sale' }] },
    },
  ],
  routing: [
    ...(sellerRules.routing ?? []),
    { id: 'dear', when: { 'return.worth': { above: 20_000 } }, outcome: 'review' },
  ],
  methods: [
    { id: 'qr', method: 'qr_code' },
    { id: 'post', method: 'post' },
  ],
  tests: [
    {
      name: 'takes goods back within 30 days',
      given: { country: 'US', region: 'TX', order: { channel } },
      expect: { outcome: 'approve' },
    },
    {
      name: 'keeps to a final sale',
      given: { country: 'US', region: 'TX', order: { channel }, lines: [{ traits: ['final_sale'] }] },
      expect: { outcome: 'reject', rule: 'exclusion.final-sale' },
    },
    {
      name: 'takes defective goods back for 90 days',
      given: {
        country: 'US',
        region: 'TX',
        placedAt: '2026-08-01T09:00:00Z',
        deliveredAt: '2026-08-05T09:00:00Z',
        order: { channel },
        lines: [{ asked: { reason: 'defective', evidence: { photos: 1 } } }],
      },
      expect: { outcome: 'approve', rule: 'window.faulty' },
    },
  ],
};
