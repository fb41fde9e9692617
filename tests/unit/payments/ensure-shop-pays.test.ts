import { ensureShopPays } from '../../../lib/payments/ensure-shop-pays';
import type { Dossier } from '../../../lib/returns';
import { refusalOf } from '../http/refusal';
import { caseOf } from './opened-case';

const paidOn = (provider: Dossier['order']['payment']['provider']): Dossier =>
  caseOf({ payment: { provider, reference: 'p-1' } });

it('refuses to pay back what TikTok Shop has sold, and says where it is paid back', () => {
  const refusal = refusalOf(() => {
    ensureShopPays(paidOn('tiktok_shop'));
  });
  expect(refusal).toMatchObject({
    code: 'conflict',
    message: 'The order of case RMA-2026-000001 was paid on TikTok Shop',
    description: expect.stringContaining('TikTok Shop Returns'),
    context: { caseId: '1' },
  });
});

it.each(['shopify', 'stripe'] as const)('lets the shop pay back what was paid on %s', (provider) => {
  expect(() => {
    ensureShopPays(paidOn(provider));
  }).not.toThrow();
});

it('lets it pay without a case, when nobody knows who sold the order', () => {
  expect(() => {
    ensureShopPays(undefined);
  }).not.toThrow();
});
