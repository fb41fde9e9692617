import type { SimulatorFactory } from './core/simulator';
import { createEasyPost } from './easypost';
import { registerShopify } from './shopify';
import { createStripe } from './stripe';
import { createTikTokShop } from './tiktok-shop';

/** Every provider that speaks HTTP: a new one is one line here. */
export const simulatorFactories: readonly SimulatorFactory[] = [
  createEasyPost,
  registerShopify,
  createStripe,
  createTikTokShop,
];
