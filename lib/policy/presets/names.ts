/** Apart from the policies themselves: n8n reads the names at its start, and the policies when one is used. */
export const presetNames = [
  'eu-shop',
  'fashion-fr',
  'electronics',
  'cosmetics',
  'tiktok-shop-fr',
  'tiktok-shop-uk',
  'tiktok-shop-us',
  'us-general',
] as const;

export type PresetName = (typeof presetNames)[number];
