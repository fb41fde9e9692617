import {
  documentToForm,
  formToDocument,
  parsePolicy,
  policyPreset,
  presetNames,
  type PolicyForm,
} from '../../../lib/policy';
import { fc, runs } from '../../support/properties';
import { policies } from './arbitrary-policy';
import { eur } from './facts';

const form: PolicyForm = {
  name: 'my-shop',
  version: '3',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  window: { days: 30, from: 'delivery', unit: 'days', graceDays: 3 },
  disclosures: { returnFee: true },
  categoryWindows: [
    { id: 'shoes', categories: ['Shoes'], days: 45 },
    { id: 'sale', categories: ['Sale', 'Outlet'], days: 14 },
  ],
  extensions: [{ id: 'christmas', boughtFrom: '11-01', boughtTo: '12-24', until: '01-31' }],
  exclusions: [
    { id: 'engraved', ground: 'personalised', tags: ['engraved'] },
    { id: 'underwear', ground: 'hygiene_unsealed', categories: ['Underwear'], tags: ['hygiene'] },
  ],
  itemCondition: { requires: ['unused', 'tags_on'], otherwise: 'reject' },
  photosOfFaults: 2,
  fee: {
    amount: eur(300),
    freeForResolutions: ['exchange'],
    freeAbove: 15_000,
    freeForSegments: ['vip'],
    freeAfterOrders: 5,
  },
  resolutions: [
    { resolution: 'exchange', exchange: 'same_product', paidAt: 'label_scan' },
    { resolution: 'store_credit', bonusPercent: 10, paidAt: 'label_scan' },
    { resolution: 'refund', paidAt: 'inspection' },
  ],
  methods: [{ method: 'relay_point', countries: ['FR', 'BE'] }, { method: 'post' }],
  review: { goods: { tags: ['watch'] }, reasons: ['other'], above: 30_000 },
  fastLanes: ['vip', 'ambassador'],
  keepItem: { below: 1000, label: eur(590), handling: eur(200), gradeLoss: 50 },
};

describe('the form', () => {
  it('with every field comes back as it was, and leaves nothing over', () => {
    expect(documentToForm(parsePolicy(formToDocument(form)))).toEqual(form);
  });

  it('with only what it must have comes back as it was', () => {
    const { name, version, currency, timeZone, window } = form;
    const short: PolicyForm = { name, version, timeZone: timeZone ?? '', window, ...(currency && { currency }) };
    expect(documentToForm(parsePolicy(formToDocument(short)))).toEqual(short);
  });

  it('may be changed: nothing in it is frozen', () => {
    const { rest } = documentToForm(policyPreset('fashion-fr'));
    expect(Object.isFrozen(rest)).toBe(false);
    expect(Object.isFrozen(rest?.cases)).toBe(false);
  });

  it.each(presetNames)('shows the preset %s and gives back the same document', (name) => {
    const policy = policyPreset(name);
    expect(parsePolicy(formToDocument(documentToForm(policy)))).toEqual(policy);
  });

  it('loses nothing of any policy', () => {
    fc.assert(
      fc.property(policies, (document) => {
        const policy = parsePolicy(document);
        expect(parsePolicy(formToDocument(documentToForm(policy)))).toEqual(policy);
      }),
      runs(100),
    );
  });

  it('keeps what it was given while other rules stand beside it', () => {
    fc.assert(
      fc.property(policies, (document) => {
        const { windows, ...others } = document;
        const rest = { ...others, windows: { default: { days: 1 }, rules: [], extensions: windows.extensions ?? [] } };
        const policy = parsePolicy(formToDocument({ ...form, rest }));
        const again = documentToForm(policy);
        expect(parsePolicy(formToDocument(again))).toEqual(policy);
        expect(again).toMatchObject({ fee: form.fee, review: form.review });
        expect(again.exclusions?.slice(0, 2)).toEqual(form.exclusions);
      }),
      runs(60),
    );
  });
});
