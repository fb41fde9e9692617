import { marketplaceClocks, respondBy, type ClockQuestion } from '../../../../lib/policy/marketplace';

const ask = (question: Partial<ClockQuestion>): string | undefined =>
  respondBy({ marketplace: 'tiktok_shop', stage: 'request', from: '2026-11-20T15:00:00Z', ...question })?.endsAt;
const pounds = (amount: number) => ({ amount, currency: 'GBP' });

describe('until when TikTok Shop waits', () => {
  it.each([
    ['a cheap British request', { region: 'GB', amount: pounds(9_999) }, '2026-11-24T15:00:00.000Z'],
    ['a British request of £100', { region: 'GB', amount: pounds(10_000) }, '2026-11-26T15:00:00.000Z'],
    ['a British request of unknown worth', { region: 'GB' }, '2026-11-24T15:00:00.000Z'],
    [
      'an amount in another currency',
      { region: 'GB', amount: { amount: 99_999, currency: 'EUR' } },
      '2026-11-24T15:00:00.000Z',
    ],
    [
      'an American request of more than $100',
      { region: 'US', amount: { amount: 10_001, currency: 'USD' } },
      '2026-11-27T15:00:00.000Z',
    ],
    [
      'an American request of $100',
      { region: 'US', amount: { amount: 10_000, currency: 'USD' } },
      '2026-11-24T15:00:00.000Z',
    ],
    ['a Thai request', { region: 'TH' }, '2026-11-23T15:00:00.000Z'],
    ['an Indonesian package', { region: 'ID', stage: 'package' as const }, '2026-11-28T15:00:00.000Z'],
    ['a request in a market without a clock of its own', { region: 'FR' }, '2026-11-22T15:00:00.000Z'],
    ['a request in a market that is not known', {}, '2026-11-22T15:00:00.000Z'],
  ])('%s', (_what, question, expected) => {
    expect(ask(question)).toBe(expected);
  });

  it('leaves out weekends and bank holidays of England', () => {
    // Thursday before Easter 2027; Good Friday and Easter Monday are free.
    expect(ask({ region: 'GB', from: '2027-03-25T10:00:00Z' })).toBe('2027-03-31T09:00:00.000Z');
  });

  it('leaves out Thanksgiving in America', () => {
    const dear = { amount: 20_000, currency: 'USD' };
    expect(ask({ region: 'US', amount: dear, from: '2026-11-24T15:00:00Z' })).toBe('2026-12-01T15:00:00.000Z');
  });

  it('is not known of another marketplace', () => {
    expect(ask({ marketplace: 'bazaar' })).toBeUndefined();
  });

  it('rests on a source with its date, and has one clock for every price', () => {
    for (const { source, asOf, region, stage } of marketplaceClocks) {
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      const all = marketplaceClocks.filter((clock) => clock.region === region && clock.stage === stage);
      expect(all.filter(({ from }) => from === undefined)).toHaveLength(1);
    }
  });
});
