import { parseDay } from '../../../../lib/policy/calendar';
import { lawPacks, packsFor } from '../../../../lib/policy/law/packs';
import { marketplaceRules } from '../../../../lib/policy/law/packs/marketplaces';

const rules = [...lawPacks.flatMap((pack) => pack.rules), ...marketplaceRules];

describe('law packs', () => {
  it('give every rule an id of its own', () => {
    expect(new Set(rules.map(({ ruleId }) => ruleId)).size).toBe(rules.length);
  });

  it.each(lawPacks.map(({ jurisdiction, rules: own }) => [jurisdiction, own] as const))(
    'name the rules of %s after it',
    (jurisdiction, own) => {
      expect(own.filter(({ ruleId }) => !ruleId.startsWith(`${jurisdiction}-`))).toEqual([]);
    },
  );

  it.each(rules.map((rule) => [rule.ruleId, rule] as const))('%s has article, source, day and words', (_id, rule) => {
    expect(rule.article).toMatch(/\d|liminaire|TikTok/);
    expect(new URL(rule.source).protocol).toBe('https:');
    expect(parseDay(rule.effectiveFrom)).toBeDefined();
    if (rule.effectiveTo !== undefined) expect(rule.effectiveTo > rule.effectiveFrom).toBe(true);
    expect(rule.text).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('read the sources of laws on official sites', () => {
    const official = [
      'eur-lex.europa.eu',
      'www.legifrance.gouv.fr',
      'www.gesetze-im-internet.de',
      'www.boe.es',
      'www.normattiva.it',
      'www.legislation.gov.uk',
      'www.ecfr.gov',
      'www.nysenate.gov',
      'leginfo.legislature.ca.gov',
      'www.flsenate.gov',
    ];
    const hosts = new Set(lawPacks.flatMap((pack) => pack.rules.map(({ source }) => new URL(source).host)));
    expect([...hosts].filter((host) => !official.includes(host))).toEqual([]);
  });

  it.each([
    ['FR', undefined, ['FR', 'EU']],
    ['GP', undefined, ['FR', 'EU']],
    ['PL', undefined, ['EU']],
    ['NO', undefined, ['EU']],
    ['GB', 'SCT', ['GB-SCT', 'GB']],
    ['GB', 'ENG', ['GB']],
    ['US', 'NY', ['US-NY', 'US']],
    ['US', 'TX', ['US']],
    ['CH', undefined, []],
    [undefined, 'NY', ['EU']],
  ])('of %s, part %s, are %j', (country, region, jurisdictions) => {
    expect(packsFor(country, region).map(({ jurisdiction }) => jurisdiction)).toEqual(jurisdictions);
  });
});
