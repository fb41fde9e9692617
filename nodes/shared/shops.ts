import { createRequire } from 'node:module';
import { loadedModule } from '../../lib/returns';

export type Shopify = typeof import('../../lib/shops/shopify');
type TikTokShop = typeof import('../../lib/shops/tiktok-shop');

/** On first use: few merchants sell everywhere. */
const load = createRequire(__filename);

export const shopify = (): Shopify => loadedModule(load('../../lib/shops/shopify'), 'approveReturn');
export const tikTokShop = (): TikTokShop => loadedModule(load('../../lib/shops/tiktok-shop'), 'approveReturn');
