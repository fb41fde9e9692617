import { z } from 'zod/v4';
import type { RefundOrderResult } from '../../../lib/shops/shopify';
import { shopify } from '../../shared/shops';
import { moneySchema, ReturnsError, type Command } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { ensureShopPays } from '../../../lib/payments/ensure-shop-pays';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter, textParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { deliveryField, expiresField, instantParameter, linesField, orderIdField, orderIdOf } from '../line-fields';
import { notifyField, storeCreditField } from '../return-fields';

const linesSchema = z.array(
  z.object({ orderLineId: z.string().min(1), quantity: z.int().positive(), restockAt: z.string().min(1).optional() }),
);

export const createRefund: Operation = {
  resource: 'refund',
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create refund',
    description: 'Pay back on an order without a return: goods that may be kept, a lost parcel, goodwill',
  },
  fields: [
    orderIdField,
    caseIdField,
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      default: '={{ $json.case?.planned }}',
      description: 'Paid back on the original payment; minor units and currency: { "amount": 1999, "currency": "EUR" }',
    },
    storeCreditField,
    expiresField,
    deliveryField,
    {
      ...linesField,
      default: '',
      description:
        'The goods that are paid for; they count as refunded. With "restockAt", a location, they are put back: [{ "orderLineId": "…", "quantity": 1 }]',
    },
    { displayName: 'Note', name: 'note', type: 'string', default: '={{ $json.case?.rma }}' },
    {
      displayName: 'Settles the Case',
      name: 'settles',
      type: 'boolean',
      default: true,
      description: 'Whether this is the refund that the case is settled by; turn it off for goodwill beside it',
    },
    {
      displayName: 'Purpose',
      name: 'purpose',
      type: 'string',
      default: 'goodwill',
      description: 'Tells this refund from others of the case: each purpose is paid once',
      displayOptions: { show: { settles: [false] } },
    },
    notifyField,
  ],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const money = (name: string, label: string) =>
      optionalChapterParameter(context, name, label, moneySchema, itemIndex);
    const [amount, credit, delivery] = [
      money('amount', 'Amount'),
      money('storeCredit', 'Store Credit'),
      money('delivery', 'Of Which Delivery'),
    ];
    if ((amount?.amount ?? 0) + (credit?.amount ?? 0) <= 0) {
      throw new ReturnsError('invalid_input', 'There is nothing to pay back', {
        description: 'Fill in "Amount" or "Store Credit".',
      });
    }
    const expiresAt = instantParameter(context, 'expiresAt', itemIndex);
    const lines = optionalChapterParameter(context, 'lines', 'Lines', linesSchema, itemIndex);
    const settles = context.getNodeParameter('settles', itemIndex, true) === true;
    const purpose = textParameter(context, 'purpose', itemIndex);
    // The step has the same name at every payment provider: a case is paid back once, wherever the money comes from.
    const step = settles ? 'refund' : `refund:${purpose || 'goodwill'}`;
    const client = await connectShopify(context, itemIndex);
    const { result, dossier } = await performOnce<RefundOrderResult>(
      context,
      itemIndex,
      step,
      async (attempt, current) => {
        ensureShopPays(current);
        const made = await shopify().refundOrder(client, {
          orderId,
          attempt,
          note: textParameter(context, 'note', itemIndex),
          notifyCustomer: context.getNodeParameter('notifyCustomer', itemIndex, false) === true,
          ...(amount && amount.amount > 0 && { amount }),
          ...(credit && credit.amount > 0 && { storeCredit: { amount: credit, ...(expiresAt && { expiresAt }) } }),
          ...(delivery && delivery.amount > 0 && { delivery }),
          ...(lines && { lines }),
        });
        return { result: made, commands: settles ? [settled(made)] : [] };
      },
    );
    const refund = asJson(result.refund);
    const chapters = { ...(dossier && asJson(dossier)), ...(settles ? { refund } : { extraRefund: refund }) };
    return { chapters, result: refund };
  },
};

const settled = ({ refund }: RefundOrderResult): Command => ({
  type: 'settle',
  refund,
  references: { shopifyRefund: refund.id },
});
