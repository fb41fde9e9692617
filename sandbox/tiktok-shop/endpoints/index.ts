import type { Endpoint } from '../endpoint';
import { aftersalesEndpoints } from './aftersales';
import { askingEndpoints } from './asking';
import { authorizationEndpoints } from './authorization';
import { cancellationEndpoints } from './cancellations';
import { decisionEligibilityEndpoints } from './decision-eligibility';
import { eventEndpoints } from './events';
import { imageEndpoints } from './images';
import { logisticsEndpoints } from './logistics';
import { messageEndpoints } from './messages';
import { orderEndpoints } from './orders';
import { returnEndpoints } from './returns';
import { shippingDocumentEndpoints } from './shipping-documents';
import { stockEndpoints } from './stock';

/** Everything that is served, each once for all its versions. */
export const endpoints: readonly Endpoint[] = [
  ...authorizationEndpoints,
  ...orderEndpoints,
  ...returnEndpoints,
  ...askingEndpoints,
  ...decisionEligibilityEndpoints,
  ...shippingDocumentEndpoints,
  ...cancellationEndpoints,
  ...aftersalesEndpoints,
  ...stockEndpoints,
  ...logisticsEndpoints,
  ...messageEndpoints,
  ...imageEndpoints,
  ...eventEndpoints,
];
