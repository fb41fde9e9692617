import { asJson } from '../../shared/case-access';
import { carrierFamily } from '../../shared/carriers';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { carrierField } from '../carrier-field';

export const track: Operation = {
  option: {
    name: 'Track',
    value: 'track',
    action: 'Track parcel',
    description: 'Read where a parcel is, in one vocabulary for every carrier',
  },
  fields: [
    carrierField,
    {
      displayName: 'Tracking Number',
      name: 'trackingNumber',
      type: 'string',
      required: true,
      default: '={{ $json.label?.trackingNumber }}',
    },
  ],
  async execute(context, itemIndex) {
    const carrier = await carrierFamily.connect(context, textParameter(context, 'carrier', itemIndex), itemIndex);
    const trackingNumber = requiredText(context, 'trackingNumber', 'Tracking Number', itemIndex);
    const tracking = asJson(await carrier.track({ trackingNumber }));
    return { chapters: { tracking }, result: tracking };
  },
};
