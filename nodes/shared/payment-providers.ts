import { paymentProviders } from '../../lib/payments';
import { providerFamily } from './provider-family';

/** Every payment provider as n8n knows it: a new one is one line here. */
export const paymentFamily = providerFamily('provider', paymentProviders, {
  stripe: { credential: 'returnsStripeApi', secret: 'secretKey', testKeys: ['sk_test', 'rk_test'] },
});
