import { carriers } from '../../lib/carriers';
import { providerFamily } from './provider-family';

/** Every carrier as n8n knows it: a new one is one line here. */
export const carrierFamily = providerFamily('carrier', carriers, {
  easypost: { credential: 'returnsEasyPostApi', secret: 'apiKey', testKeys: ['EZTK'] },
});
