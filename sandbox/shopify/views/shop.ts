import { gid } from '../gid';
import type { View } from '../view';
import { shopDomain, timeOf } from '../names';
import type { World } from '../world';
import { addressView } from './common';

export const grantedScopes = [
  'read_all_orders',
  'read_customers',
  'read_fulfillments',
  'read_gift_cards',
  'read_inventory',
  'read_locations',
  'read_orders',
  'read_products',
  'read_returns',
  'read_store_credit_accounts',
  'write_gift_cards',
  'write_inventory',
  'write_orders',
  'write_returns',
  'write_store_credit_account_transactions',
];

export function shopView(world: World): View {
  const location = world.mainLocation();
  return {
    __typename: 'Shop',
    id: gid('Shop', '1'),
    name: 'Atelier Lune',
    email: 'bonjour@atelier-lune.example',
    contactEmail: 'bonjour@atelier-lune.example',
    myshopifyDomain: shopDomain,
    url: `https://${shopDomain}`,
    primaryDomain: {
      __typename: 'Domain',
      id: gid('Domain', '1'),
      host: shopDomain,
      url: `https://${shopDomain}`,
      sslEnabled: true,
    },
    currencyCode: 'EUR',
    enabledPresentmentCurrencies: ['EUR'],
    ianaTimezone: 'Europe/Paris',
    timezoneAbbreviation: 'CET',
    timezoneOffset: '+0100',
    timezoneOffsetMinutes: 60,
    taxesIncluded: true,
    taxShipping: true,
    unitSystem: 'METRIC_SYSTEM',
    weightUnit: 'KILOGRAMS',
    description: null,
    setupRequired: false,
    shopOwnerName: 'Camille Lune',
    orderNumberFormatPrefix: '#',
    orderNumberFormatSuffix: '',
    shipsToCountries: ['FR', 'BE', 'DE', 'ES', 'IT', 'GB', 'US'],
    createdAt: '2021-03-01T09:00:00Z',
    updatedAt: timeOf(world.context.clock.now()),
    plan: { displayName: 'Basic', publicDisplayName: 'Basic', partnerDevelopment: true, shopifyPlus: false },
    shopAddress: {
      ...addressView(location.id, location.address),
      __typename: 'ShopAddress',
      id: gid('ShopAddress', '1'),
      coordinatesValidated: false,
    },
    billingAddress: {
      ...addressView(location.id, location.address),
      __typename: 'ShopAddress',
      id: gid('ShopAddress', '1'),
    },
  };
}

function scopeViews(): View[] {
  return grantedScopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') }));
}

export function appView(world: World): View {
  return {
    __typename: 'App',
    id: gid('App', '2'),
    apiKey: world.settings.clientId,
    title: 'Returns',
    handle: 'returns',
    developerName: 'Atelier Lune',
    embedded: false,
    description: null,
    webhookApiVersion: '2026-10',
    requestedAccessScopes: scopeViews(),
    availableAccessScopes: scopeViews(),
    optionalAccessScopes: [],
    installation: () => appInstallationView(world),
  };
}

export function appInstallationView(world: World): View {
  return {
    __typename: 'AppInstallation',
    id: gid('AppInstallation', '2'),
    accessScopes: scopeViews(),
    launchUrl: `https://${shopDomain}/admin/apps/returns`,
    activeSubscriptions: [],
    app: () => appView(world),
  };
}
