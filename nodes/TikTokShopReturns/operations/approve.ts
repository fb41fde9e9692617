import type { IExecuteFunctions } from 'n8n-workflow';
import type { Approval, TikTokReturn } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { decisionSchema } from '../../../lib/returns';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { batchRequestIdField } from '../batch-fields';
import { returnIdField, returnIdOf } from '../return-fields';
import { settlementNews, writeReturn } from '../write-return';

export const approve: Operation = {
  resource: 'return',
  option: {
    name: 'Approve',
    value: 'approve',
    action: 'Approve return',
    description:
      'Say yes to what TikTok Shop asks: the return, the refund, the package that came back, the replacement',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Decision',
      name: 'decision',
      type: 'options',
      options: [
        {
          name: 'Approve Received Package',
          value: 'APPROVE_RECEIVED_PACKAGE',
          description: 'The goods are back and good: pays the shopper, for good',
        },
        { name: 'Approve Refund', value: 'APPROVE_REFUND', description: 'Pays the shopper, for good' },
        { name: 'Approve Replacement', value: 'APPROVE_REPLACEMENT' },
        { name: 'Approve Return', value: 'APPROVE_RETURN', description: 'The shopper may send the goods' },
        {
          name: 'Refund Instead of Replacement',
          value: 'ISSUE_REPLACEMENT_REFUND',
          description: 'Pays the shopper, for good',
        },
        {
          name: 'What the Shopper Asked For',
          value: 'request',
          description: 'The return, the refund or the replacement; never the package, also when that is back already',
        },
        {
          name: 'What TikTok Shop Waits For',
          value: 'fitting',
          description: 'With a case in the item, a package is paid for only after its inspection',
        },
      ],
      default: 'fitting',
    },
    {
      displayName: 'Goods',
      name: 'goods',
      type: 'options',
      options: [
        { name: 'As the Policy Says', value: 'policy', description: 'The keep-item rule of the decision in the item' },
        { name: 'Come Back', value: 'comeBack' },
        { name: 'Stay with the Shopper', value: 'stay', description: 'Pays the shopper without the goods, for good' },
      ],
      default: 'policy',
      description: 'Whether the money is paid without the goods coming back',
      displayOptions: { show: { decision: ['APPROVE_RETURN', 'request', 'fitting'] } },
    },
    batchRequestIdField,
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const client = await connectShopOf(context, itemIndex);
    const known = await tikTokShop().getReturn(client, returnId);
    const decision = chosenApproval(context, itemIndex, known.tiktokReturn);
    const keepsItem = decision === 'APPROVE_RETURN' && keepsGoods(context, itemIndex);
    const batchRequestId = textParameter(context, 'batchRequestId', itemIndex);
    // The step of a refund has the same name at every provider: a case is paid back once, wherever the money comes from.
    const step = tikTokShop().paysOut(decision, keepsItem) ? 'refund' : `tiktok:${decision.toLowerCase()}`;
    return writeReturn(
      context,
      itemIndex,
      client,
      step,
      (attempt) =>
        tikTokShop().approveReturn(client, { returnId, decision, keepsItem, known, batchRequestId, attempt }),
      settlementNews,
    );
  },
};

function chosenApproval(context: IExecuteFunctions, itemIndex: number, value: TikTokReturn): Approval {
  const chosen = textParameter(context, 'decision', itemIndex);
  const named = tikTokShop().approvals.find((approval) => approval === chosen);
  if (named) return named;
  return chosen === 'fitting' && isInspected(context, itemIndex)
    ? tikTokShop().fittingApproval(value)
    : tikTokShop().requestApproval(value);
}

/** Without a case there is nothing that an inspection would be missing from. */
function isInspected(context: IExecuteFunctions, itemIndex: number): boolean {
  const { case: ofCase, inspection } = context.getInputData()[itemIndex]?.json ?? {};
  return ofCase === undefined || inspection !== undefined;
}

function keepsGoods(context: IExecuteFunctions, itemIndex: number): boolean {
  const goods = textParameter(context, 'goods', itemIndex);
  if (goods !== 'policy') return goods === 'stay';
  const decision = decisionSchema.safeParse(context.getInputData()[itemIndex]?.json['decision']);
  return decision.success && decision.data.keepItem?.keep === true;
}
