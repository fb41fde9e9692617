/** The shop that the sandbox's providers know, and how it signs in. Made up for loopback: none of it is a secret. */
export const shop = {
  name: 'Atelier Lune',
  email: 'bonjour@atelier-lune.test',
  phone: '+33 1 40 00 00 00',
  address: { line1: '12 rue des Tournelles', city: 'Paris', postalCode: '75004', country: 'FR' },
  currency: 'EUR',
} as const;

export const stripeKey = 'sk_test_sandbox_atelier_lune';
export const easyPostKey = 'EZTKsandboxAtelierLune';
export const mailAccount = { user: 'atelier-lune', password: 'sandbox-mail' } as const;
export const shopifyAccount = {
  shop: 'atelier-lune.myshopify.com',
  accessToken: 'shpat_sandbox',
  clientSecret: 'sandbox-client-secret',
} as const;
export const tiktokShopAccount = {
  appKey: '6sandboxlune',
  appSecret: 'sandbox-tiktok-app-secret',
  serviceId: '7400000000000000001',
  openId: 'sandbox-open-id',
  shopId: '7495000000000000001',
  shopCipher: 'ROW_sandboxCipherAtelierLune',
  region: 'FR',
  accessToken: 'ROW_sandbox_access_token',
  refreshToken: 'ROW_sandbox_refresh_token',
} as const;
