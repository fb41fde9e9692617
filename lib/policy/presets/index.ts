import { parsePolicy, type Policy, type PolicyDocument } from '../document';
import { cosmetics } from './cosmetics';
import { electronics } from './electronics';
import { euShop } from './eu-shop';
import { fashionFr } from './fashion-fr';
import type { PresetName } from './names';
import { tiktokShopFr, tiktokShopUk, tiktokShopUs } from './tiktok-shop';
import { usGeneral } from './us-general';

/** Policies to start from. They are ordinary documents: read one, change it, give it a name of your own. */
export const presets = {
  'eu-shop': euShop,
  'fashion-fr': fashionFr,
  electronics,
  cosmetics,
  'tiktok-shop-fr': tiktokShopFr,
  'tiktok-shop-uk': tiktokShopUk,
  'tiktok-shop-us': tiktokShopUs,
  'us-general': usGeneral,
} as const satisfies Record<PresetName, PolicyDocument>;

const parsed = new Map<PresetName, Policy>();

export function policyPreset(name: PresetName): Policy {
  const policy = parsed.get(name) ?? parsePolicy(presets[name]);
  parsed.set(name, policy);
  return policy;
}

/** The preset as a person would write it, without the defaults. */
export const presetDocument = (name: PresetName): PolicyDocument => presets[name];
