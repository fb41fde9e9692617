import { orderSchema, stillReturnable } from '../../../lib/returns';
import { collectCases } from '../../shared/collect-cases';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { chapterParameter } from '../../shared/parameters';

export const getReturnable: Operation = {
  resource: 'case',
  option: {
    name: 'Get Returnable Units',
    value: 'getReturnable',
    action: 'Get returnable units of order',
    description: 'Count what is left to return of each line, once what other cases have asked for is taken off',
  },
  fields: [
    {
      displayName: 'Order',
      name: 'order',
      type: 'json',
      required: true,
      default: '={{ $json.order }}',
      description: 'The order as its shop or payment provider gave it',
    },
  ],
  async execute(context, itemIndex) {
    const order = chapterParameter(context, 'order', 'Order', orderSchema, itemIndex);
    const cases = await collectCases(await openLedger(context), { orderName: order.name });
    const returnable = stillReturnable(order, cases).lines.map(({ id, returnableQuantity }) => ({
      orderLineId: id,
      quantity: returnableQuantity,
    }));
    return { chapters: { returnable }, result: { returnable } };
  },
};
