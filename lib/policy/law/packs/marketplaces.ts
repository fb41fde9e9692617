import type { MarketplaceRule } from '../rules';

export const marketplaceRules: readonly MarketplaceRule[] = [
  {
    ruleId: 'tiktok_shop-EEA-return-window',
    kind: 'marketplace_window',
    article: 'TikTok Shop EU returns policy, section 1',
    source:
      'https://sf16-draftcdn-sg.ibytedtos.com/obj/ies-hotsoon-draft-sg/magellan_ecommerce/TTS_Returns_policy_EU_es.html',
    effectiveFrom: '2025-07-01',
    text: 'Sellers take goods back for a change of mind within 30 days of their arrival, besides the statutory withdrawal.',
    channel: 'tiktok_shop',
    markets: ['EEA'],
    days: 30,
    forDefectsOnly: false,
  },
  {
    ruleId: 'tiktok_shop-GB-return-window',
    kind: 'marketplace_window',
    article: 'TikTok Shop UK cancellation and returns policy, section 1',
    source:
      'https://sf16-draftcdn-sg.ibytedtos.com/obj/ies-hotsoon-draft-sg/magellan_ecommerce/TTS_Returns_policy_UK.html',
    effectiveFrom: '2025-07-01',
    text: 'Sellers take goods back for a change of mind within 30 days of their arrival, besides the statutory cancellation.',
    channel: 'tiktok_shop',
    markets: ['GB'],
    days: 30,
    forDefectsOnly: false,
  },
  {
    ruleId: 'tiktok_shop-US-money-back',
    kind: 'marketplace_window',
    article: 'TikTok Shop US money-back guarantee',
    source: 'https://shop.tiktok.com/us/money-back-guarantee',
    effectiveFrom: '2025-07-01',
    text: 'Goods that arrive damaged or defective are paid back within 90 days of delivery; pre-owned, collectible and final-sale goods are not.',
    channel: 'tiktok_shop',
    markets: ['US'],
    days: 90,
    forDefectsOnly: true,
    onlyNew: true,
  },
];

export const marketplaceGaps: readonly string[] = [
  'The change-of-mind window of TikTok Shop in the United States: the platform lets shops and products differ.',
  'Category windows of marketplaces that are longer than the general one.',
];
