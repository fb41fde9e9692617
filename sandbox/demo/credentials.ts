import { easyPostKey, mailAccount, shopifyAccount, stripeKey, tiktokShopAccount } from '../accounts';
import type { RunningSandbox } from '../core/server';
import type { CredentialFile } from '../host';

/** The credentials that the templates name, pointed at the sandbox. */
export function demoCredentials(sandbox: RunningSandbox): CredentialFile[] {
  return [
    {
      id: 'returnsShopify01',
      name: 'Returns Shopify',
      type: 'returnsShopifyApi',
      data: {
        shop: shopifyAccount.shop,
        accessToken: shopifyAccount.accessToken,
        clientSecret: shopifyAccount.clientSecret,
        apiVersion: '2026-10',
        environment: 'custom',
        baseUrl: `${sandbox.url}/shopify/${shopifyAccount.shop}`,
      },
    },
    {
      id: 'returnsTikTok001',
      name: 'Returns TikTok Shop',
      type: 'returnsTikTokShopApi',
      data: {
        appKey: tiktokShopAccount.appKey,
        appSecret: tiktokShopAccount.appSecret,
        refreshToken: tiktokShopAccount.refreshToken,
        region: tiktokShopAccount.region,
        environment: 'custom',
        baseUrl: `${sandbox.url}/tiktok-shop`,
      },
    },
    {
      id: 'returnsEasyPost1',
      name: 'Returns EasyPost',
      type: 'returnsEasyPostApi',
      data: { apiKey: easyPostKey, environment: 'custom', baseUrl: `${sandbox.url}/easypost` },
    },
    {
      id: 'returnsStripe001',
      name: 'Returns Stripe',
      type: 'returnsStripeApi',
      data: { secretKey: stripeKey, environment: 'custom', baseUrl: `${sandbox.url}/stripe` },
    },
    {
      id: 'returnsSmtp00001',
      name: 'Returns SMTP',
      type: 'returnsSmtpApi',
      data: {
        host: '127.0.0.1',
        port: sandbox.smtpPort,
        secure: false,
        startTls: 'never',
        user: mailAccount.user,
        password: mailAccount.password,
        fromName: 'Atelier Lune',
        fromEmail: 'returns@atelier-lune.example',
      },
    },
    {
      id: 'shopSmtp00000001',
      name: 'SMTP account',
      type: 'smtp',
      data: {
        host: '127.0.0.1',
        port: sandbox.smtpPort,
        secure: false,
        disableStartTls: true,
        user: mailAccount.user,
        password: mailAccount.password,
      },
    },
  ];
}
