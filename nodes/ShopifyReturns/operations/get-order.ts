import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { orderIdField, orderIdOf } from '../line-fields';

export const getOrder: Operation = {
  resource: 'order',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get order',
    description: 'Find an order by its name, confirmation number, e-mail or ID, with what can still be returned',
  },
  fields: [
    {
      displayName: 'Find By',
      name: 'findBy',
      type: 'options',
      noDataExpression: true,
      options: [
        { name: 'Confirmation Number', value: 'confirmationNumber', description: 'From the order confirmation' },
        { name: 'Email (Newest Order)', value: 'email' },
        { name: 'From List or by ID', value: 'id' },
        { name: 'Name', value: 'name' },
        { name: 'Name and Email', value: 'nameAndEmail', description: 'What a shopper can prove' },
      ],
      default: 'nameAndEmail',
    },
    {
      displayName: 'Order Name',
      name: 'orderName',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. #1001',
      displayOptions: { show: { findBy: ['name', 'nameAndEmail'] } },
    },
    {
      displayName: 'Confirmation Number',
      name: 'confirmationNumber',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. XPAV284CT',
      displayOptions: { show: { findBy: ['confirmationNumber'] } },
    },
    {
      displayName: 'Email',
      name: 'email',
      type: 'string',
      placeholder: 'name@email.com',
      required: true,
      default: '',
      displayOptions: { show: { findBy: ['email', 'nameAndEmail'] } },
    },
    {
      ...orderIdField,
      default: { mode: 'id', value: '={{ $json.order?.id }}' },
      displayOptions: { show: { findBy: ['id'] } },
    },
  ],
  async execute(context, itemIndex) {
    const text = (name: string, label: string): string => requiredText(context, name, label, itemIndex);
    const keys = {
      id: () => ({ id: orderIdOf(context, itemIndex) }),
      name: () => ({ name: text('orderName', 'Order Name') }),
      confirmationNumber: () => ({ confirmationNumber: text('confirmationNumber', 'Confirmation Number') }),
      email: () => ({ email: text('email', 'Email') }),
      nameAndEmail: () => ({ name: text('orderName', 'Order Name'), email: text('email', 'Email') }),
    };
    const findBy = textParameter(context, 'findBy', itemIndex) as keyof typeof keys;
    const order = asJson(await shopify().findOrder(await connectShopify(context, itemIndex), keys[findBy]()));
    return { chapters: { order }, result: order };
  },
};
