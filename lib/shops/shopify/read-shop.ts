import { z } from 'zod/v4';
import { shopSchema } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { readAddress } from './mapping';
import type { ShopAccount } from './types';
import { isSince } from './versions';

/** In 2025-10 the only address is one that is deprecated. */
const addressFields = (version: string): string =>
  isSince(version, '2026-01')
    ? 'shopAddress { company address1 address2 city zip provinceCode countryCodeV2 phone }'
    : '';

const shopDocument = defineDocument(
  (version) => `query ReturnsShop {
    shop {
      name
      email
      contactEmail
      myshopifyDomain
      currencyCode
      ianaTimezone
      url
      ${addressFields(version)}
    }
    currentAppInstallation { accessScopes { handle } }
  }`,
  () =>
    z.object({
      shop: z.object({
        name: z.string(),
        email: z.string(),
        contactEmail: z.string(),
        myshopifyDomain: z.string(),
        currencyCode: z.string(),
        ianaTimezone: z.string(),
        url: z.string(),
        shopAddress: z
          .object({
            company: z.string().nullish(),
            address1: z.string().nullish(),
            address2: z.string().nullish(),
            city: z.string().nullish(),
            zip: z.string().nullish(),
            provinceCode: z.string().nullish(),
            countryCodeV2: z.string().nullish(),
            phone: z.string().nullish(),
          })
          .optional(),
      }),
      currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
    }),
);

/** Who the credential signs in to; also its test. */
export async function readShop(client: ShopifyClient): Promise<ShopAccount> {
  const { shop, currentAppInstallation } = await client.run(shopDocument, {});
  const email = shop.contactEmail ? shop.contactEmail : shop.email;
  const returnAddress = shop.shopAddress && readAddress({ name: shop.name, ...shop.shopAddress });
  const chapter = shopSchema.safeParse({
    name: shop.name,
    email,
    returnAddress,
    url: shop.url,
    timeZone: shop.ianaTimezone,
  });
  return {
    name: shop.name,
    domain: shop.myshopifyDomain,
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    email,
    url: shop.url,
    ...(chapter.success && { shop: chapter.data }),
    scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle),
  };
}
