import { at, facts, ofLine, type Vector } from '../vector';

export const marketplaceVectors: readonly Vector[] = [
  {
    title: 'TikTok Shop EU: thirty days to change one’s mind',
    rules: ['tiktok_shop-EEA-return-window'],
    facts: facts({ channel: 'tiktok_shop', requestedAt: at('2026-07-05T10:00:00Z') }),
    expected: ofLine({
      withdrawal: { status: 'ended' },
      marketplace: { status: 'open', forDefectsOnly: false, endsAt: { iso: '2026-07-05T21:59:59.999Z' } },
    }),
  },
  {
    title: 'TikTok Shop EU: and not on the thirty-first',
    rules: ['tiktok_shop-EEA-return-window'],
    facts: facts({ channel: 'tiktok_shop', requestedAt: at('2026-07-06T10:00:00Z') }),
    expected: ofLine({ marketplace: { status: 'ended' } }),
  },
  {
    title: 'TikTok Shop EU: not for what the law takes out',
    rules: ['tiktok_shop-EEA-return-window'],
    facts: facts({ channel: 'tiktok_shop', line: { grounds: ['personalised'] } }),
    expected: ofLine({ marketplace: { status: 'excepted' } }),
  },
  {
    title: 'TikTok Shop EU: a seal that nobody saw leaves it open',
    rules: ['tiktok_shop-EEA-return-window'],
    facts: facts({ channel: 'tiktok_shop', line: { grounds: ['hygiene_unsealed'] } }),
    expected: ofLine({ marketplace: { status: 'undecided', needs: ['line.seal'] } }),
  },
  {
    title: 'TikTok Shop UK: thirty days as well',
    rules: ['tiktok_shop-GB-return-window'],
    facts: facts({
      consumerCountry: 'GB',
      timeZone: 'Europe/London',
      channel: 'tiktok_shop',
      requestedAt: at('2026-07-05T10:00:00Z'),
    }),
    expected: ofLine({ marketplace: { status: 'open' } }),
  },
  {
    title: 'TikTok Shop US: ninety days for what came damaged or is defective',
    rules: ['tiktok_shop-US-money-back'],
    facts: facts({
      consumerCountry: 'US',
      timeZone: 'America/New_York',
      channel: 'tiktok_shop',
      requestedAt: at('2026-09-03T10:00:00Z'),
    }),
    expected: ofLine({ marketplace: { status: 'open', forDefectsOnly: true } }),
  },
  {
    title: 'TikTok Shop US: not for goods that were sold used',
    rules: ['tiktok_shop-US-money-back'],
    facts: facts({
      consumerCountry: 'US',
      timeZone: 'America/New_York',
      channel: 'tiktok_shop',
      line: { condition: 'used' },
    }),
    expected: ofLine({ marketplace: { status: 'excepted' } }),
  },
  {
    title: 'the market of the platform counts before the shopper’s country',
    rules: ['tiktok_shop-GB-return-window'],
    facts: facts({ consumerCountry: 'FR', market: 'GB', channel: 'tiktok_shop' }),
    expected: ofLine({ marketplace: { status: 'open' } }),
  },
  {
    title: 'another channel promises nothing',
    rules: [],
    facts: facts({ channel: 'shopify' }),
    expected: ofLine({ marketplace: { status: 'none' } }),
  },
];
