import { diffPolicies, parsePolicy, policyPreset, presetNames, type PolicyDocument } from '../../../../lib/policy';
import { eur, policyDocument } from '../facts';

const wordsOf = (before: Partial<PolicyDocument>, after: Partial<PolicyDocument>): string[] =>
  diffPolicies(parsePolicy(policyDocument(before)), parsePolicy(policyDocument(after))).map(({ words }) => words);

const shoes = { id: 'shoes', when: { 'line.category': 'shoes' }, days: 14 };
const sale = { id: 'sale', when: { 'line.tags': 'sale' }, days: 7 };
const hats = { id: 'hats', when: { 'line.category': 'hats' }, days: 20 };

describe('two versions in words', () => {
  it.each<[string, Partial<PolicyDocument>, Partial<PolicyDocument>, string[]]>([
    [
      'a longer window',
      { windows: { default: { days: 30 }, rules: [shoes] } },
      { windows: { default: { days: 30 }, rules: [{ ...shoes, days: 30 }] } },
      ['Shoes can now be sent back within 30 days instead of 14 days.'],
    ],
    [
      'another default, where there are no rules',
      { windows: { default: { days: 30 } } },
      { windows: { default: { days: 20, unit: 'business_days' } } },
      ['All goods can now be sent back within 20 business days instead of 30 days.'],
    ],
    [
      'a new rule, with the one that it goes before',
      { windows: { default: { days: 30 }, rules: [sale] } },
      { windows: { default: { days: 30 }, rules: [shoes, sale] } },
      [
        'New return period `shoes`, which goes before `sale`: shoes can be sent back within 14 days from delivery of the item.',
      ],
    ],
    [
      'a rule that is gone',
      { exclusions: [{ id: 'final', when: { 'line.tags': 'sale' }, ground: 'clearance' }] },
      {},
      ['The exclusion `final` is gone; it said: goods tagged “sale” are not taken back (ground: clearance).'],
    ],
    [
      'another name, and nothing else',
      { windows: { default: { days: 30 }, rules: [shoes] } },
      { windows: { default: { days: 30 }, rules: [{ ...shoes, id: 'footwear' }] } },
      ['The return period `shoes` is now called `footwear`.'],
    ],
    [
      'other goods',
      { windows: { default: { days: 30 }, rules: [shoes] } },
      { windows: { default: { days: 30 }, rules: [{ ...shoes, when: { 'line.category': ['shoes', 'boots'] } }] } },
      ['The return period `shoes` is now about shoes and boots instead of shoes.'],
    ],
    [
      'a percentage in place of an amount, in one sentence',
      { fees: { rules: [{ id: 'flat', amount: eur(300) }] } },
      { fees: { rules: [{ id: 'flat', percent: 10, cap: eur(900) }] } },
      [
        'Sending back all goods now costs 10% of their price instead of €3.00 per return.',
        'The highest fee for all goods is now €9.00 instead of none.',
      ],
    ],
    [
      'another outcome',
      { routing: [{ id: 'dear', when: { 'return.worth': { above: 30_000 } }, outcome: 'reject' }] },
      { routing: [{ id: 'dear', when: { 'return.worth': { above: 30_000 } }, outcome: 'review' }] },
      [
        'Requests where the price paid for everything in the return is more than €300.00 are now decided by a person instead of refused.',
      ],
    ],
    [
      'words for the shopper, by their languages',
      { exclusions: [{ id: 'final', reason: { en: 'Final.', fr: 'Ferme.' } }] },
      { exclusions: [{ id: 'final', reason: { en: 'Final.', fr: 'Définitif.', de: 'Endgültig.' } }] },
      ['The reason for the shopper of the exclusion `final` now reads differently in French and German.'],
    ],
    [
      'days on which the shop is closed',
      { calendar: { closed: ['12-24', '12-31'] } },
      { calendar: { closed: ['12-24', '2026-08-14'] } },
      ['The shop is now closed on 14 August 2026 too and is no longer closed on 31 December.'],
    ],
    [
      'a weight of the risk score',
      { risk: {} },
      { risk: { reviewFrom: 70, weights: { empty_box: 20 } } },
      [
        'The risk score from which a person decides is now 70 instead of none.',
        'The weight of the sign of risk “The parcel weighs less than the goods” is now 20 instead of 50.',
      ],
    ],
    ['tests of one name', { tests: twins(1, 2) }, { tests: twins(1, 3) }, ["The policy's own test “twin” is another."]],
  ])('%s', (_what, before, after, words) => {
    expect(wordsOf(before, after)).toEqual(words);
  });

  it('puts both values beside the words, at the place in the later version', () => {
    const [change] = diffPolicies(
      parsePolicy(policyDocument({ windows: { default: { days: 30 }, rules: [shoes] } })),
      parsePolicy(policyDocument({ windows: { default: { days: 30 }, rules: [shoes, { ...sale, days: 9 }] } })),
    );
    expect(change).toMatchObject({ path: 'windows.rules[1]', kind: 'added', rule: 'window.sale', after: { days: 9 } });
    expect(change).not.toHaveProperty('before');
  });

  it('is in the order of the document', () => {
    const all = diffPolicies(policyPreset('eu-shop'), policyPreset('us-general'));
    const order = ['name', 'windows', 'exclusions', 'fees', 'resolutions', 'methods', 'routing', 'keepItem', 'tests'];
    const heads = [...new Set(all.map(({ path }) => path.split(/[.[]/)[0] ?? ''))].filter((head) =>
      order.includes(head),
    );
    expect(heads).toEqual(order.filter((head) => heads.includes(head)));
  });
});

function twins(...days: number[]): PolicyDocument['tests'] {
  return days.map((quantity) => ({ name: 'twin', given: { lines: [{ quantity }] }, expect: { outcome: 'approve' } }));
}

describe('a rule that moved', () => {
  const windows = (...rules: (typeof shoes | typeof sale | typeof hats)[]): Partial<PolicyDocument> => ({
    windows: { default: { days: 30 }, rules },
  });

  it('is told where another one can hold for the same goods', () => {
    expect(wordsOf(windows(shoes, sale), windows(sale, shoes))).toEqual([
      'The return period `sale` now goes before `shoes`, so where both hold, it decides.',
    ]);
  });

  it('is not told where the two never hold together, or say the same', () => {
    expect(wordsOf(windows(shoes, hats), windows(hats, shoes))).toEqual([]);
    expect(wordsOf(windows(shoes, { ...sale, days: 14 }), windows({ ...sale, days: 14 }, shoes))).toEqual([]);
  });

  it('is told once, of as few rules as possible', () => {
    const [a, b, c] = [shoes, sale, { ...sale, id: 'c', when: { 'line.tags': 'vip' }, days: 3 }];
    expect(wordsOf(windows(a, b, c), windows(c, a, b))).toEqual([
      'The return period `c` now goes before `shoes` and `sale`, so where both hold, it decides.',
    ]);
  });

  it('is told of what is offered, always', () => {
    const [refund, exchange] = [
      { id: 'refund', resolution: 'refund' as const },
      { id: 'exchange', resolution: 'exchange' as const },
    ];
    expect(wordsOf({ resolutions: [refund, exchange] }, { resolutions: [exchange, refund] })).toEqual([
      'The resolution `exchange` is now offered before `refund`.',
    ]);
  });

  it('is not told where every rule counts', () => {
    const [a, b] = [{ id: 'a', ground: 'clearance' as const }, { id: 'b' }];
    expect(wordsOf({ exclusions: [a, b] }, { exclusions: [b, a] })).toEqual([]);
  });

  it('is told once for a list that stands upside down', () => {
    const rules = Array.from({ length: 3000 }, (_, index) => ({ ...sale, id: `r${index}`, days: index % 50 }));
    expect(wordsOf(windows(...rules), windows(...[...rules].reverse()))).toEqual([
      '2999 rules of `windows.rules` have another place in their order.',
    ]);
  });
});

describe('every policy', () => {
  it.each(presetNames)('%s differs from itself in nothing, written anew', (name) => {
    const preset = policyPreset(name);
    expect(diffPolicies(preset, parsePolicy(JSON.parse(JSON.stringify(preset))))).toEqual([]);
  });
});
