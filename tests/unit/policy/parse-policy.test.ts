import { parsePolicy, policyPreset, policySchema, presetNames } from '../../../lib/policy';
import { isReturnsError } from '../../../lib/returns';
import { fc } from '../../support/properties';
import { policyDocument } from './facts';

const faultsOf = (value: unknown): unknown => {
  try {
    parsePolicy(value);
    return [];
  } catch (error) {
    if (isReturnsError(error)) return error.context['faults'] ?? error.message;
    throw error;
  }
};

describe('parsePolicy', () => {
  it('fills in every default of the shortest policy', () => {
    expect(parsePolicy({ name: 'short', version: '1', windows: { default: { days: 30 } } })).toEqual({
      name: 'short',
      version: '1',
      timeZone: 'Europe/Paris',
      calendar: { workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], closed: [] },
      seasons: {},
      disclosures: {},
      windows: {
        default: { days: 30, from: 'delivery', unit: 'days', graceDays: 0 },
        rules: [],
        extensions: [],
      },
      exclusions: [],
      itemConditions: [],
      fees: { rules: [] },
      resolutions: [],
      methods: [],
      cases: [],
      together: {
        mixedLines: 'review',
        bundles: { comeBack: 'apart', otherwise: 'needs_info' },
        promotionGifts: { comeBack: false, otherwise: 'needs_info' },
      },
      routing: [],
      keepItem: [],
      refund: { outboundDelivery: 'as_law' },
      tests: [],
    });
  });

  it('lists every fault with its place, and what was probably meant', () => {
    const faults = faultsOf({
      name: '',
      version: '1',
      timeZone: 'Mars/Olympus',
      windoes: {},
      windows: { default: { days: -1, form: 'order' } },
      exclusions: [{ id: 'food', when: { 'line.categry': 'food' }, ground: 'perishible' }],
      fees: { rules: [{ id: 'fee', amount: { amount: 1.5, currency: 'EUR' } }] },
      routing: [{ id: 'dear', when: { 'return.worth': { over: 3 }, category: 'x' }, outcome: 'review' }],
    });
    expect(faults).toEqual([
      expect.stringMatching(/^name: /),
      'timeZone: expected an IANA time zone such as Europe/Paris',
      expect.stringMatching(/^windows\.default\.days: /),
      'windows.default.form: `form` is unknown, did you mean `from`?',
      'exclusions[0].when["line.categry"]: `line.categry` is unknown, did you mean `line.category`?',
      'exclusions[0].ground: `perishible` is unknown, did you mean `perishable`?',
      expect.stringMatching(/^fees\.rules\[0\]\.amount: /),
      'routing[0].when["return.worth"].over: `over` is unknown',
      'routing[0].when.category: `category` is unknown, did you mean `line.category`?',
      'windoes: `windoes` is unknown, did you mean `windows`?',
    ]);
  });

  const review = { outcome: 'review' };
  it.each([
    [
      'a plain amount without a currency',
      { currency: undefined, routing: [{ id: 'dear', when: { 'return.worth': { above: 3 } }, ...review }] },
      'routing[0].when["return.worth"]',
    ],
    ['two rules of one id', { exclusions: [{ id: 'a' }, { id: 'a' }] }, 'exclusions[1].id'],
    [
      'a season that nobody named',
      { routing: [{ id: 'peak', when: { 'clock.seasons': 'peak' }, ...review }] },
      'routing[0].when["clock.seasons"]',
    ],
    ['asking without a question', { routing: [{ id: 'ask', outcome: 'needs_info' }] }, 'routing[0].question'],
    ['a fee that says two things', { fees: { rules: [{ id: 'fee', free: true, percent: 5 }] } }, 'fees.rules[0]'],
    [
      'a range the wrong way round',
      { routing: [{ id: 'odd', when: { 'line.quantity': { between: [5, 2] } }, ...review }] },
      'routing[0].when["line.quantity"].between',
    ],
    [
      'a day that no year has',
      {
        windows: {
          default: { days: 30 },
          extensions: [{ id: 'x', boughtFrom: '11-31', boughtTo: '12-24', until: '01-31' }],
        },
      },
      'windows.extensions[0].boughtFrom',
    ],
  ])('refuses %s', (_, change, path) => {
    expect(faultsOf({ ...policyDocument(), ...change })).toEqual([expect.stringContaining(`${path}: `)]);
  });

  it('answers anything with a policy or a typed error', () => {
    fc.assert(fc.property(fc.anything(), (value) => faultsOf(value) !== undefined));
  });

  it('reads what it has written: parsing a parsed policy changes nothing', () => {
    for (const name of presetNames) expect(policySchema.parse(policyPreset(name))).toEqual(policyPreset(name));
  });

  it('freezes the policy, so that what is compiled stays true', () => {
    expect(Object.isFrozen(parsePolicy(policyDocument()).windows)).toBe(true);
  });
});
