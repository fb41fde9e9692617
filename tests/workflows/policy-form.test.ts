import {
  documentToForm,
  exclusionGrounds,
  formToDocument,
  parsePolicy,
  policyPreset,
  presetNames,
} from '../../lib/policy';
import type { Policy, PolicyForm } from '../../lib/policy';
import { amountText, readAmount } from '../../nodes/ReturnPolicy/form/amount-text';
import { formOfParameters } from '../../nodes/ReturnPolicy/form/form-of-parameters';
import { grounds } from '../../nodes/ReturnPolicy/form/grounds';
import { parametersOfForm } from '../../nodes/ReturnPolicy/form/parameters-of-form';
import { policies } from '../unit/policy/arbitrary-policy';
import { fc, runs } from '../support/properties';

/** As n8n keeps the fields of a node: JSON. */
const saved = (form: PolicyForm): unknown => JSON.parse(JSON.stringify(parametersOfForm(form)));

const throughTheForm = (policy: Policy): Policy =>
  parsePolicy(formToDocument(formOfParameters(saved(documentToForm(policy)))));

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('the form of the node', () => {
  it.each(presetNames)('takes the preset %s and gives back the same document', (name) => {
    const policy = policyPreset(name);
    expect(throughTheForm(policy)).toEqual(policy);
  });

  it('loses nothing of any policy', () => {
    fc.assert(
      fc.property(policies, (document) => {
        const policy = parsePolicy(document);
        expect(throughTheForm(policy)).toEqual(policy);
      }),
      runs(100),
    );
  });

  const full: PolicyForm = {
    name: 'my-shop',
    version: '3',
    effectiveFrom: '2026-11-01',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    window: { days: 30, from: 'shipment', unit: 'business_days', graceDays: 3 },
    disclosures: { returnFee: true, policy: false },
    categoryWindows: [
      { id: 'Shoes', categories: ['Shoes'], days: 45 },
      { id: 'sale', categories: ['Sale', 'Outlet, last chance'], days: 14 },
    ],
    extensions: [{ id: 'christmas', boughtFrom: '11-01', boughtTo: '12-24', until: '01-31' }],
    exclusions: [
      { id: 'final-sale', ground: 'commercial', categories: ['final-sale'], tags: ['final-sale'] },
      { id: 'engraved', ground: 'personalised', tags: ['engraved', 'initials'] },
      { id: 'one', ground: 'clearance', skus: ['TEE-S'] },
    ],
    itemCondition: { requires: ['unused', 'tags_on'], otherwise: 'reject' },
    photosOfFaults: 2,
    fee: {
      amount: [eur(300), { amount: 250, currency: 'GBP' }],
      freeForResolutions: ['exchange', 'store_credit'],
      freeForReasons: ['defective'],
      freeAbove: 15_000,
      freeForSegments: ['vip'],
      freeAfterOrders: 5,
    },
    resolutions: [
      { resolution: 'exchange', exchange: 'same_product', paidAt: 'label_scan' },
      { resolution: 'store_credit', bonusPercent: 0, paidAt: 'label_scan' },
      { resolution: 'refund', paidAt: 'inspection' },
    ],
    methods: [{ method: 'relay_point', countries: ['FR', 'BE'] }, { method: 'post' }],
    review: { goods: { tags: ['watch'] }, reasons: ['other'], above: [eur(30_000)] },
    fastLanes: ['vip', 'ambassador'],
    keepItem: { below: eur(1000), label: eur(590), handling: eur(200), gradeLoss: 50 },
  };

  it('has a field for every rule of the form, so that nothing of them is left to JSON', () => {
    const { rules } = parametersOfForm(full);
    expect(rules).not.toHaveProperty('furtherRules');
    expect(documentToForm(parsePolicy(formToDocument(formOfParameters(saved(full)))))).toEqual(full);
  });

  it('shows amounts as people type them', () => {
    expect(parametersOfForm(full).rules).toMatchObject({
      fee: '3.00 EUR; 2.50 GBP',
      freeAbove: '15000 minor units',
      reviewAbove: '300.00 EUR;',
      keepItem: { keep: { below: '10.00', label: '5.90', handling: '2.00' } },
    });
  });

  it('reads a document without a currency as one without a currency', () => {
    const policy = parsePolicy({
      name: 'bare',
      version: '1',
      windows: { default: { days: 14 } },
      fees: { rules: [{ id: 'flat', amount: eur(300) }] },
    });
    expect(throughTheForm(policy)).toEqual(policy);
    expect(throughTheForm(policy).currency).toBeUndefined();
  });

  it('takes a fee for one that shoppers are told of, and exchanges for free, unless it says otherwise', () => {
    const filled = formOfParameters({ policyName: 'a', policyVersion: '1', windowDays: 30, rules: { fee: '3,00' } });
    expect(filled).toMatchObject({
      currency: 'EUR',
      disclosures: { returnFee: true },
      fee: { amount: eur(300), freeForResolutions: ['exchange'] },
    });
    const said = formOfParameters({
      policyName: 'a',
      policyVersion: '1',
      windowDays: 30,
      rules: { fee: '3', told: [], freeForResolutions: [] },
    });
    expect(said).not.toHaveProperty('disclosures');
    expect(said.fee).toMatchObject({ freeForResolutions: [] });
  });

  it.each([
    [{ fee: 'three euros' }, '"three euros" is not an amount of EUR'],
    [{ fee: '3.00', currency: '' }, '"3.00" has no currency'],
    [{ furtherRules: '{ not json' }, '"Further Rules" is not valid JSON'],
    [{ furtherRules: { exclusions: 5 } }, '"Further Rules" is not valid: exclusions'],
    [{ windowFrom: 'birth' }, 'The form of the policy is not valid: rules.windowFrom'],
  ])('says what is wrong with %j', (rules, message) => {
    expect(() => formOfParameters({ policyName: 'a', policyVersion: '1', windowDays: 30, rules })).toThrow(message);
  });

  it('offers every ground that a policy knows', () => {
    expect(grounds.map(({ value }) => value).sort()).toEqual([...exclusionGrounds].sort());
  });
});

describe('an amount in the form', () => {
  const money = fc.record({ amount: fc.nat(1_000_000), currency: fc.constantFrom('EUR', 'GBP', 'JPY', 'TND') });

  it('reads as what was written, in currencies with any number of decimals', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(), money, fc.array(money, { minLength: 1, maxLength: 3 })),
        fc.constantFrom('', 'EUR', 'JPY'),
        (amount, currency) => {
          expect(readAmount(amountText(amount, currency), currency)).toEqual(amount);
        },
      ),
    );
  });
});
