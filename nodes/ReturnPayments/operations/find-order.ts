import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { paymentFamily } from '../../shared/payment-providers';
import { providerField } from '../provider-field';

export const findOrder: Operation = {
  option: {
    name: 'Find Order',
    value: 'findOrder',
    action: 'Find order',
    description: 'Read what was bought from the payment itself, for shops without another order system',
  },
  fields: [
    providerField,
    {
      displayName: 'Order Number',
      name: 'orderNumber',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. 1001',
    },
    {
      displayName: 'Email',
      name: 'email',
      type: 'string',
      placeholder: 'name@email.com',
      required: true,
      default: '',
      description: "Must be the shopper's own: another person's order reads as not found",
    },
  ],
  async execute(context, itemIndex) {
    const provider = await paymentFamily.connect(context, textParameter(context, 'provider', itemIndex), itemIndex);
    const order = asJson(
      await provider.findOrder({
        orderNumber: requiredText(context, 'orderNumber', 'Order Number', itemIndex),
        email: requiredText(context, 'email', 'Email', itemIndex),
      }),
    );
    return { chapters: { order }, result: order };
  },
};
