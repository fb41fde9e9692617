import { carriers, type CarrierAdapter, type CarrierName } from '../../lib/carriers';
import { clientCredentials, environmentOf, providerCredentials, type ProviderContext } from './transport';

/** How each carrier's credential is found: a new carrier is one line here and one in the nodes' credentials. */
const credentialOf: Record<CarrierName, { name: string; secret: string; testKeys: readonly string[] }> = {
  easypost: { name: 'returnsEasyPostApi', secret: 'apiKey', testKeys: ['EZTK'] },
};

export const carrierOptions = Object.values(carriers).map(({ name, displayName }) => ({
  name: displayName,
  value: name,
}));

export async function connectCarrier(
  context: ProviderContext,
  carrier: string,
  itemIndex?: number,
): Promise<CarrierAdapter> {
  const known = carrier as CarrierName;
  const { name, secret, testKeys } = credentialOf[known];
  const credentials = await providerCredentials(context, name, secret, testKeys, itemIndex);
  return carriers[known].connect(credentials, environmentOf(context));
}

/** @throws ReturnsError what is wrong with the credential, or with the way to the carrier */
export async function testCarrier(carrier: CarrierName, stored: Record<string, unknown>): Promise<void> {
  const { secret, testKeys } = credentialOf[carrier];
  await carriers[carrier].connect(clientCredentials(stored, secret, testKeys)).test();
}
