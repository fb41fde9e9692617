import { paymentProviders, type PaymentAdapter, type PaymentProviderName } from '../../lib/payments';
import { clientCredentials, environmentOf, providerCredentials, type ProviderContext } from './transport';

/** How each provider's credential is found: a new one is one line here and one in the nodes' credentials. */
const credentialOf: Record<PaymentProviderName, { name: string; secret: string; testKeys: readonly string[] }> = {
  stripe: { name: 'returnsStripeApi', secret: 'secretKey', testKeys: ['sk_test', 'rk_test'] },
};

export const providerOptions = Object.values(paymentProviders).map(({ name, displayName }) => ({
  name: displayName,
  value: name,
}));

export async function connectPayments(
  context: ProviderContext,
  provider: string,
  itemIndex?: number,
): Promise<PaymentAdapter> {
  const known = provider as PaymentProviderName;
  const { name, secret, testKeys } = credentialOf[known];
  const credentials = await providerCredentials(context, name, secret, testKeys, itemIndex);
  return paymentProviders[known].connect(credentials, environmentOf(context));
}

/** @throws ReturnsError what is wrong with the credential, or with the way to the provider */
export async function testPayments(provider: PaymentProviderName, stored: Record<string, unknown>): Promise<void> {
  const { secret, testKeys } = credentialOf[provider];
  await paymentProviders[provider].connect(clientCredentials(stored, secret, testKeys)).test();
}
