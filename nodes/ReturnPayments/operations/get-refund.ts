import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { paymentFamily } from '../../shared/payment-providers';
import { providerField } from '../provider-field';

export const getRefund: Operation = {
  option: {
    name: 'Get Refund',
    value: 'getRefund',
    action: 'Get refund',
    description: 'Read how a refund stands at the provider',
  },
  fields: [
    providerField,
    { displayName: 'Refund ID', name: 'refundId', type: 'string', required: true, default: '={{ $json.refund?.id }}' },
  ],
  async execute(context, itemIndex) {
    const provider = await paymentFamily.connect(context, textParameter(context, 'provider', itemIndex), itemIndex);
    const refund = asJson(await provider.getRefund(requiredText(context, 'refundId', 'Refund ID', itemIndex)));
    return { chapters: { refund }, result: refund };
  },
};
