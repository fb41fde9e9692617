import { evaluatePolicy, parsePolicy, policyPreset, presetNames, type PolicyDocument } from '../../../../lib/policy';
import { packsFor, lawPacks } from '../../../../lib/policy/law/packs';
import { renderPolicy, type RenderOptions } from '../../../../lib/policy/render';
import { unspoken } from '../../../../lib/policy/render/sections/law';
import { lawTexts } from '../../../../lib/policy/render/law-texts';
import { DAY_MS } from '../../../../lib/policy/calendar';
import { locales } from '../../../../lib/returns';
import { eur, facts, now, policyDocument } from '../facts';

const page = (change: Partial<PolicyDocument> = {}, options: Partial<RenderOptions> = {}): string =>
  renderPolicy(parsePolicy(policyDocument(change)), { locale: 'en', format: 'markdown', now, ...options });

describe('the page', () => {
  it('tells the return period of every rule, and of the rest', () => {
    const text = page({
      windows: {
        default: { days: 30 },
        rules: [
          { id: 'shoes', when: { 'line.category': 'Shoes' }, days: 45, from: 'last_parcel' },
          { id: 'outlet', when: { 'line.category': 'Outlet' }, days: 10, from: 'order', unit: 'business_days' },
        ],
      },
      calendar: { country: 'FR' },
    });
    expect(text).toContain(
      '| The category of the item is “Shoes” | 45 days from delivery of the last parcel of your order |',
    );
    expect(text).toContain('| The category of the item is “Outlet” | 10 business days from your order |');
    expect(text).toContain('| In all other cases | 30 days from delivery of the item |');
    expect(text).toContain('Business days are: Monday, Tuesday, Wednesday, Thursday and Friday. Public holidays');
  });

  it('says one sentence where one period holds for everything', () => {
    expect(page()).toContain('You can ask for a return within 30 days from delivery of the item.');
  });

  it('ends the table at a rule that always holds', () => {
    const text = page({
      fees: {
        rules: [
          { id: 'vip', when: { 'customer.segments': 'vip' }, free: true },
          { id: 'all', amount: eur(300) },
          { id: 'never-asked', when: { 'line.category': 'Hats' }, amount: eur(900) },
        ],
      },
    });
    expect(text).toContain('| In all other cases | €3.00 per return |');
    expect(text).not.toContain('Hats');
  });

  it.each([
    ['days of grace', { windows: { default: { days: 30, graceDays: 7 } } }, /\b37\b|\b7 days/],
    ['when goods may be kept', { keepItem: [{ id: 'cheap', label: eur(1234) }] }, /12\.34|keep/],
    [
      'that part of the price may be offered',
      { resolutions: [{ id: 'k', resolution: 'keep_item', share: 40 }] },
      /40%/,
    ],
    ['from which score on people look', { risk: { reviewFrom: 61 } }, /\b61\b|score/],
    [
      'whom people look at',
      { routing: [{ id: 'dear', when: { 'order.total': { above: 98_700 } }, outcome: 'review' }] },
      /987/,
    ],
    [
      'who is on a list',
      { routing: [{ id: 'no', when: { 'customer.lists': 'block' }, outcome: 'reject' }] },
      /block|list/,
    ],
    ['tests', { tests: [{ name: 'secret', expect: { outcome: 'approve' } }] }, /secret/],
    ['the words for the shop itself', { description: 'for the team only' }, /team only/],
  ] satisfies [string, Partial<PolicyDocument>, RegExp][])('does not tell %s', (_what, change, told) => {
    expect(page(change)).not.toMatch(told);
  });

  it('tells what a fee is, even where it does not tell for whom', () => {
    const text = page({ fees: { rules: [{ id: 'x', when: { 'customer.lists': 'often' }, amount: eur(500) }] } });
    expect(text).toContain('| In individual cases, of which we tell you | €5.00 per return |');
    expect(text).not.toContain('often');
  });

  it('says that a person may look, and that misuse may be refused', () => {
    expect(page({ risk: { reviewFrom: 60 } })).toContain('looked at by a member of our team');
    const refusing = page({ routing: [{ id: 'no', when: { 'customer.lists': 'block' }, outcome: 'reject' }] });
    expect(refusing).toContain('signs of misuse');
  });

  it('puts own words first, in the language of the page only', () => {
    const exclusions = [{ id: 'x', when: { 'line.category': 'Hats' }, reason: { en: 'Hats stay sold.' } }];
    expect(page({ exclusions })).toContain('**Hats stay sold.**');
    expect(page({ exclusions }, { locale: 'fr' })).not.toContain('Hats stay sold');
  });

  it('offers what a policy without rules offers', () => {
    const text = page();
    for (const words of ['- Refund: ', '- Exchange: ', '- Store credit: ', '- By post.']) expect(text).toContain(words);
  });

  it('names every limit of a fee', () => {
    const text = page({
      fees: {
        rules: [
          {
            id: 'f',
            percent: 12.5,
            minimum: eur(200),
            cap: [eur(900), { amount: 800, currency: 'GBP' }],
            kind: 'restocking',
          },
        ],
        cap: eur(2000),
      },
    });
    expect(text).toContain(
      '12.5% of the price, at least €2.00, at most €9.00 / £8.00, for putting the goods back into stock',
    );
    expect(text).toContain('All fees of one return together are at most €20.00.');
  });

  it('tells of cases apart', () => {
    const text = page({
      cases: [
        {
          id: 'damage',
          kind: 'transport_damage',
          when: { 'return.reason': 'damaged_in_transit' },
          anyTime: true,
          free: true,
          proof: { photos: 2, serial_number: 1 },
          resolutions: ['refund', 'keep_item', 'exchange'],
          methods: ['home_pickup'],
          outcome: 'approve',
        },
      ],
    });
    expect(text).toContain(
      '- **Damage in transit.** The reason for the return is “damaged on the way”. You can ask at any time. ' +
        'There is no fee. Before we decide, we ask you for: 2 photos and the serial number. We accept these requests. ' +
        'You can choose: refund or exchange. You can send back: by collection at your home.',
    );
  });

  it('stands alone as HTML, or goes into a page of the shop', () => {
    expect(page({}, { format: 'html' })).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/);
    expect(page({}, { format: 'html', whole: false })).toMatch(
      /^<article class="returns-policy" lang="en">[\s\S]*<\/article>\n$/,
    );
  });

  it('knows no country that does not exist', () => {
    expect(() => page({}, { country: 'XX' })).toThrow('does not exist');
  });
});

describe('the rights of the shopper', () => {
  const lawOf = (options: Partial<RenderOptions>): string => page({}, options).split('## Your rights by law')[1] ?? '';

  it.each(presetNames)('are named on the page of %s in every language', (preset) => {
    for (const locale of locales) {
      const text = renderPolicy(policyPreset(preset), { locale, format: 'markdown', now, country: 'FR' });
      expect(text).toContain(lawTexts[locale].withdrawal_heading);
      expect(text).toContain(lawTexts[locale].guarantee_heading);
      expect(text).toContain('L221-18');
      expect(text).toContain('L217-3');
    }
  });

  const places = lawPacks.map(({ jurisdiction }) => {
    const [country, region] = jurisdiction.split('-');
    return { jurisdiction, country: country === 'EU' ? undefined : country, region };
  });

  it.each(places)('are told whole for $jurisdiction, but for what is said why not', ({ country, region }) => {
    const told = lawOf({ country, region });
    const inForce = packsFor(country, region)
      .flatMap(({ rules }) => rules)
      .filter(({ effectiveFrom, effectiveTo = '9999' }) => effectiveFrom <= '2026-11-22' && effectiveTo > '2026-11-22');
    const kinds = [...new Set(inForce.map(({ kind }) => kind))].filter((kind) => !Object.hasOwn(unspoken, kind));
    for (const kind of kinds) {
      // The nearest pack's rule of a kind holds in place of those of wider ones.
      const nearest = inForce.find((rule) => rule.kind === kind);
      expect([kind, told]).toEqual([kind, expect.stringContaining(`(<${nearest?.source ?? ''}>)`)]);
    }
  });

  it('are those of the European Union where no country is given', () => {
    expect(lawOf({})).toContain('European Union');
    expect(lawOf({})).toContain('Directive 2011/83/EU art. 9(1)');
  });

  it('are those of the day', () => {
    const before = lawOf({ country: 'US', region: 'NY', now: new Date('2025-06-01T10:00:00Z') });
    const after = lawOf({ country: 'US', region: 'NY' });
    expect(before).toContain('If you bought in a shop that did not display its returns policy');
    expect(after).toContain('If we did not show you our returns policy before you bought');
  });

  it('are not invented where no pack knows them', () => {
    expect(lawOf({ country: 'JP' })).toContain('The law of Japan is not set out here.');
  });

  it('name what a marketplace promises, on its page', () => {
    expect(lawOf({ country: 'FR', channel: 'tiktok_shop' })).toContain('within 30 days of delivery');
    expect(lawOf({ country: 'FR' })).not.toContain('TikTok');
  });

  it('let the shopper bear nothing that the decision does not let the shop keep', () => {
    const restocking = { fees: { rules: [{ id: 'r', percent: 20, kind: 'restocking' as const }] } };
    expect(page(restocking, { country: 'DE' })).toContain('we keep nothing for restocking');
    const decision = evaluatePolicy(parsePolicy(policyDocument(restocking)), facts({ country: 'DE' }), now);
    expect(decision.fee.amount).toBe(0);
    expect(page(restocking, { country: 'US' })).not.toContain('nothing for restocking');
  });

  it.each(['FR', 'DE', 'ES', 'IT', 'GB'])('end with the day of the decision in %s', (country) => {
    const policy = parsePolicy(policyDocument({ windows: { default: { days: 1 } } }));
    const days = Number(/within (\d+) days, without giving a reason/.exec(lawOf({ country }))?.[1]);
    const delivered = Date.parse('2026-10-01T10:00:00Z');
    const askedAfter = (count: number): string =>
      evaluatePolicy(policy, facts({ country, requestedAt: new Date(delivered + count * DAY_MS).toISOString() }), now)
        .outcome;
    expect(askedAfter(days)).toBe('approve');
    // 15 October 2026 is a Thursday and no holiday: nothing rolls.
    expect(askedAfter(days + 1)).toBe('reject');
  });

  it('take exceptions out of withdrawal as the decision does', () => {
    const exclusions = [
      { id: 'own', ground: 'commercial' as const, when: { 'line.category': 'Hats' } },
      { id: 'law', ground: 'personalised' as const, when: { 'line.category': 'Rings' } },
    ];
    const text = page({ exclusions }, { country: 'FR' });
    const [before = '', after = ''] = text.split('We take these back only as long as the law grants you a withdrawal');
    expect(before).toContain('Rings');
    expect(after).toContain('Hats');
    const outcomeOf = (category: string): string =>
      evaluatePolicy(
        parsePolicy(policyDocument({ exclusions, disclosures: { exceptions: true } })),
        facts({ lines: [{ line: { category } }] }),
        now,
      ).outcome;
    expect(outcomeOf('Hats')).toBe('approve');
    expect(outcomeOf('Rings')).toBe('reject');
  });
});
