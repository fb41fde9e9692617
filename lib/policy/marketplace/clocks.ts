/** How long a marketplace waits for the shop before it decides by itself. */
export interface MarketplaceClock {
  readonly marketplace: 'tiktok_shop';
  /** ISO country code of the market; every other market when absent. */
  readonly region?: string;
  /** What the shop has to decide: the shopper's request, or the package that came back. */
  readonly stage: 'request' | 'package';
  /** Holds from this price on, in minor units of the market's currency; for every price when absent. */
  readonly from?: { readonly amount: number; readonly currency: string };
  readonly length: { readonly businessDays: number } | { readonly hours: number };
  readonly source: string;
  /** The day on which the source said so. */
  readonly asOf: string;
}

const partnerCenter = 'https://partner.tiktokshop.com/docv2/page/return-refund-and-cancel-api-overview';
const britain = 'https://foregrade.io/help/understanding-return-windows';
const america = 'https://seller-us.tiktok.com/university/course?content_id=8854995425085230';
const returns = 'https://www.reboundreturns.com/insights-resources/tiktok-shop-returns-seller-guide';

/**
 * What is published of TikTok Shop's clocks. They move with its policies: a deadline that TikTok Shop tells with a return
 * always comes first, and these serve where it tells none. Where sources differ, the shorter time stands here.
 */
export const marketplaceClocks: readonly MarketplaceClock[] = [
  ...priced('GB', 'request', { amount: 10_000, currency: 'GBP' }, britain, '2026-04-25'),
  ...priced('GB', 'package', { amount: 10_000, currency: 'GBP' }, returns, '2026-01-07'),
  ...priced('US', 'request', { amount: 10_001, currency: 'USD' }, america, '2026-02-25'),
  ...priced('US', 'package', { amount: 10_001, currency: 'USD' }, returns, '2026-01-07'),
  {
    marketplace: 'tiktok_shop',
    region: 'TH',
    stage: 'request',
    length: { businessDays: 1 },
    source: 'https://seller-th.tiktok.com/university/essay?knowledge_id=4227429091264258&lang=en',
    asOf: '2025-11-04',
  },
  {
    marketplace: 'tiktok_shop',
    region: 'TH',
    stage: 'package',
    length: { hours: 240 },
    source: 'https://seller-th.tiktok.com/university/essay?knowledge_id=2174856867497745&lang=en',
    asOf: '2025-11-05',
  },
  {
    marketplace: 'tiktok_shop',
    region: 'VN',
    stage: 'request',
    length: { businessDays: 1 },
    source: 'https://seller-vn.tiktok.com/university/essay?knowledge_id=2901402355762946&lang=en',
    asOf: '2024-07-18',
  },
  {
    marketplace: 'tiktok_shop',
    region: 'ID',
    stage: 'request',
    length: { hours: 48 },
    source: 'https://seller-id.tokopedia.com/university/essay?knowledge_id=4967466053519105&lang=en',
    asOf: '2025-11-04',
  },
  {
    marketplace: 'tiktok_shop',
    region: 'ID',
    stage: 'package',
    length: { hours: 192 },
    source: 'https://seller-id.tokopedia.com/university/essay?knowledge_id=7753815881746178&lang=en',
    asOf: '2025-11-04',
  },
  {
    marketplace: 'tiktok_shop',
    stage: 'request',
    length: { hours: 48 },
    source: partnerCenter,
    asOf: '2026-11-01',
  },
  { marketplace: 'tiktok_shop', stage: 'package', length: { hours: 48 }, source: returns, asOf: '2026-01-07' },
];

/** Two business days, and four from a price on. */
function priced(
  region: string,
  stage: MarketplaceClock['stage'],
  from: NonNullable<MarketplaceClock['from']>,
  source: string,
  asOf: string,
): MarketplaceClock[] {
  const clock = { marketplace: 'tiktok_shop', region, stage, source, asOf } as const;
  return [
    { ...clock, from, length: { businessDays: 4 } },
    { ...clock, length: { businessDays: 2 } },
  ];
}
