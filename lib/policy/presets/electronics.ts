import type { PolicyDocument } from '../document';

const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });

/** A shop for electronics in the EU. */
export const electronics: PolicyDocument = {
  name: 'electronics',
  version: '1',
  description: 'A shop for electronics in the European Union: complete, in the box, repaired before replaced.',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  disclosures: { withdrawalRight: true, returnFee: true, exceptions: true, digitalConsent: true },
  windows: {
    default: { days: 30 },
    rules: [{ id: 'refurbished', when: { 'line.soldAs': ['refurbished', 'used'] }, days: 21 }],
    extensions: [{ id: 'christmas', boughtFrom: '11-01', boughtTo: '12-24', until: '01-15' }],
  },
  exclusions: [
    {
      id: 'software',
      ground: 'sealed_media_unsealed',
      when: { any: [{ 'line.traits': 'sealed_media' }, { 'line.category': ['Software', 'Games', 'Films'] }] },
      reason: {
        en: 'Games, films and software cannot come back once their seal is broken.',
        fr: 'Les jeux, films et logiciels ne peuvent pas revenir une fois descellés.',
      },
    },
    {
      id: 'licence',
      ground: 'digital',
      when: { any: [{ 'line.traits': 'digital' }, { 'line.category': 'Licences' }] },
    },
    {
      id: 'earphones',
      ground: 'hygiene_unsealed',
      when: { any: [{ 'line.traits': 'hygiene' }, { 'line.category': 'In-ear headphones' }] },
    },
    { id: 'gift-card', ground: 'gift_card', when: { 'line.traits': 'gift_card' } },
  ],
  itemConditions: [
    { id: 'complete', requires: ['complete', 'original_packaging'], otherwise: 'review' },
    {
      id: 'show-the-defect',
      when: { 'return.reason': ['defective', 'damaged_in_transit'], 'line.worth': { atLeast: 5_000 } },
      proof: { photos: 2, serial_number: 1 },
    },
  ],
  fees: {
    rules: [
      { id: 'free-for-exchange', when: { 'return.resolution': ['exchange', 'store_credit'] }, free: true },
      { id: 'large', when: { 'line.weight': { exists: true, above: 20_000 } }, amount: eur(2_900), per: 'line' },
      { id: 'flat', amount: eur(490) },
    ],
    cap: eur(4_900),
  },
  resolutions: [
    { id: 'repair', resolution: 'repair', when: { 'return.reason': 'defective' } },
    { id: 'exchange', resolution: 'exchange', exchange: 'same_price' },
    { id: 'refund', resolution: 'refund' },
    { id: 'credit', resolution: 'store_credit' },
  ],
  methods: [
    { id: 'pickup', method: 'home_pickup', when: { 'line.weight': { exists: true, above: 20_000 } } },
    { id: 'post', method: 'post', when: { not: { 'line.weight': { exists: true, above: 20_000 } } } },
  ],
  cases: [
    {
      id: 'recall',
      kind: 'recall',
      when: { 'line.tags': 'recall' },
      anyTime: true,
      evenExcluded: true,
      free: true,
      outcome: 'approve',
      reason: {
        en: 'This product has been recalled. Please stop using it and send it back.',
        fr: 'Ce produit fait l’objet d’un rappel. Cessez de l’utiliser et renvoyez-le.',
        de: 'Dieses Produkt wurde zurückgerufen. Bitte benutzen Sie es nicht mehr und schicken Sie es zurück.',
        es: 'Este producto ha sido retirado del mercado. Deje de usarlo y devuélvalo.',
        it: 'Questo prodotto è stato richiamato. Smetta di usarlo e lo restituisca.',
      },
    },
  ],
  together: { bundles: { comeBack: 'together', otherwise: 'needs_info' } },
  routing: [
    { id: 'dear', when: { 'return.worth': { above: 80_000 } }, outcome: 'review' },
    { id: 'empty-box', when: { 'return.weightMissing': { exists: true, above: 30 } }, outcome: 'review', priority: 5 },
    { id: 'claims', when: { 'customer.missingClaims': { exists: true, atLeast: 3 } }, outcome: 'review' },
    { id: 'business', when: { 'customer.segments': 'b2b' }, outcome: 'review', lane: 'b2b' },
  ],
  tests: [
    { name: 'takes a camera back within 30 days', expect: { outcome: 'approve', fee: eur(490) } },
    {
      name: 'gives refurbished goods 21 days',
      given: {
        placedAt: '2026-09-10T09:00:00Z',
        deliveredAt: '2026-09-20T09:00:00Z',
        lines: [{ soldAs: 'refurbished' }],
      },
      expect: { outcome: 'reject', rule: 'window.refurbished' },
    },
    {
      name: 'refuses games whose seal is broken',
      given: { lines: [{ category: 'Games', asked: { states: { seal_intact: false } } }] },
      expect: { outcome: 'reject', rule: 'exclusion.software' },
    },
    {
      name: 'asks for photos and the serial number of a defective camera',
      given: { lines: [{ paid: eur(29_900), asked: { reason: 'defective' } }] },
      expect: { outcome: 'needs_info', rule: 'condition.show-the-defect' },
    },
    {
      name: 'repairs before it pays back',
      given: {
        lines: [{ paid: eur(29_900), asked: { reason: 'defective', evidence: { photos: 2, serial_number: 1 } } }],
      },
      expect: { outcome: 'approve', fee: eur(0), resolutions: ['repair', 'exchange', 'refund', 'store_credit'] },
    },
    {
      name: 'collects a washing machine for 29 €',
      given: { lines: [{ paid: eur(49_900), weightGrams: 60_000 }] },
      expect: { fee: eur(2_900), methods: ['home_pickup'] },
    },
    {
      name: 'takes a recalled product back whenever it comes',
      given: {
        placedAt: '2024-01-10T09:00:00Z',
        deliveredAt: '2024-01-15T09:00:00Z',
        lines: [{ tags: ['recall'] }],
      },
      expect: { outcome: 'approve', rule: 'case.recall', fee: eur(0) },
    },
    {
      name: 'lets a person look where a set is split within the statutory 14 days',
      given: { lines: [{ bundle: 'kit' }, { bundle: 'kit', title: 'Lens', asked: false }] },
      expect: { outcome: 'review', rule: 'together.bundle' },
    },
    {
      name: 'asks for the whole set after them',
      given: {
        placedAt: '2026-09-14T09:00:00Z',
        deliveredAt: '2026-09-20T09:00:00Z',
        lines: [{ bundle: 'kit' }, { bundle: 'kit', title: 'Lens', asked: false }],
      },
      expect: { outcome: 'needs_info', rule: 'together.bundle' },
    },
  ],
};
