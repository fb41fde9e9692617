import { z } from 'zod/v4';
import { once } from '../../http';
import { defined, ReturnsError } from '../../returns';
import type { ShopKey, TikTokShopClient } from './client';
import type { Shop } from './types';

const shopsSchema = once(() =>
  z.object({
    shops: z
      .array(
        z.object({
          id: z.string(),
          name: z.string().nullish(),
          region: z.string().nullish(),
          cipher: z.string(),
          code: z.string().nullish(),
          seller_type: z.string().nullish(),
        }),
      )
      .nullish(),
  }),
);

/** The shops that the seller has authorized the app for. */
export async function listShops(client: TikTokShopClient): Promise<Shop[]> {
  const { shops } = await client.call('listShops', { data: shopsSchema() });
  return (shops ?? []).map(({ id, name, region, cipher, code, seller_type }) => ({
    id,
    name: name ? name : id,
    region: region ?? '',
    cipher,
    ...defined({ code: code ?? undefined, sellerType: seller_type ?? undefined }),
  }));
}

export interface ShopChoice {
  /** Cipher, id or code of a shop. */
  readonly shop?: string;
  /** ISO country code of its market. */
  readonly region?: string;
}

/**
 * The shop that is meant: the one named, the only one of the region, or the only one there is.
 * @throws ReturnsError `invalid_input` when none or several could be meant
 */
export function chooseShop(shops: readonly Shop[], { shop = '', region = '' }: ShopChoice): ShopKey {
  const named = shops.filter(({ id, cipher, code }) => shop === '' || [id, cipher, code].includes(shop));
  const found = named.filter((one) => shop !== '' || region === '' || one.region === region.toUpperCase());
  const [only] = found;
  if (only && found.length === 1) return { cipher: only.cipher, id: only.id, region: only.region };
  const known = shops.map(({ name, region: of }) => `${name} (${of})`).join(', ');
  throw new ReturnsError(
    'invalid_input',
    found.length === 0
      ? 'The credential is not authorized for this shop'
      : `The credential is authorized for several shops: ${known}`,
    {
      provider: 'tiktok_shop',
      description: 'Choose one in the field "Shop" of the node, or enter its region in the credential.',
    },
  );
}
