import { createRequire } from 'node:module';
import { loadedModule } from './loaded-module';

export type Shopify = typeof import('../../lib/shops/shopify');
type TikTokShop = typeof import('../../lib/shops/tiktok-shop');

/**
 * On first use: n8n loads every node at its start, and few merchants sell everywhere. Not by `import()`, whose cache
 * outlives an update of the package in a running n8n.
 */
const load = createRequire(__filename);

export const shopify = (): Shopify => loadedModule(load('../../lib/shops/shopify'), 'approveReturn');
export const tikTokShop = (): TikTokShop => loadedModule(load('../../lib/shops/tiktok-shop'), 'approveReturn');
