import { tikTokShop } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { connectShopOf } from '../../shared/tiktok-shop';
import { returnIdField, returnIdOf } from '../return-fields';

export const getDecisions: Operation = {
  resource: 'return',
  option: {
    name: 'Get Possible Decisions',
    value: 'getDecisions',
    action: 'Get possible decisions of return',
    description: 'Ask which decisions TikTok Shop would take now, and why not the others',
  },
  fields: [returnIdField],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const decisions = (await tikTokShop().decisionEligibility(client, returnIdOf(context, itemIndex))).map((row) =>
      asJson(row),
    );
    return { chapters: { tiktokDecisions: decisions }, result: { decisions } };
  },
};
