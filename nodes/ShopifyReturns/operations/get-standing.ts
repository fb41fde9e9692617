import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { returnChapters, returnIdField, returnIdOf, returnReference } from '../return-fields';

export const getStanding: Operation = {
  resource: 'return',
  option: {
    name: 'Get Standing',
    value: 'getStanding',
    action: 'Get standing of return',
    description:
      'Read how far a return has come in Shopify, to carry it on: what is left of it, its label, what came back, what was paid, what is unclear',
  },
  fields: [returnIdField],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const found = await shopify().readStanding(await connectShopify(context, itemIndex), { returnId });
    const { request, order, standing, decision } = found;
    return {
      chapters: {
        request: asJson(request),
        order: asJson(order),
        references: returnReference(found),
        standing: asJson(standing),
        ...(decision && { decision: asJson(decision) }),
        ...returnChapters(found),
      },
      result: asJson(standing),
    };
  },
};
