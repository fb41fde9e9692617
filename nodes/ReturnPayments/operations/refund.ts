import { moneySchema, type Refund } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { ensureShopPays } from '../../../lib/payments/ensure-shop-pays';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, requiredText, textParameter } from '../../shared/parameters';
import { pickedCaseId } from '../../shared/picked-case';
import { paymentFamily } from '../../shared/payment-providers';
import { providerField } from '../provider-field';

export const refund: Operation = {
  option: {
    name: 'Refund',
    value: 'refund',
    action: 'Refund payment',
    description: 'Pay back an exact amount, once per case',
  },
  fields: [
    providerField,
    caseIdField,
    {
      displayName: 'Payment Reference',
      name: 'paymentReference',
      type: 'string',
      required: true,
      default: '={{ $json.order?.payment?.reference }}',
      placeholder: 'e.g. pi_3MtwBwLkdIwHu7ix28a3tqPa',
      description: 'The payment that the money goes back on',
    },
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      required: true,
      default: '={{ $json.case?.planned }}',
      description: 'Minor units and currency: { "amount": 1999, "currency": "EUR" } is 19.99 €',
    },
    {
      displayName: 'RMA Number',
      name: 'rma',
      type: 'string',
      default: '={{ $json.case?.rma }}',
      description: 'Kept with the refund at the provider',
    },
  ],
  async execute(context, itemIndex) {
    const amount = chapterParameter(context, 'amount', 'Amount', moneySchema, itemIndex);
    const input = {
      amount,
      paymentReference: requiredText(context, 'paymentReference', 'Payment Reference', itemIndex),
      caseId: (await pickedCaseId(context, itemIndex)) ?? '',
      rma: textParameter(context, 'rma', itemIndex),
    };
    const providerName = textParameter(context, 'provider', itemIndex);
    const provider = await paymentFamily.connect(context, providerName, itemIndex);
    const { result, dossier } = await performOnce<Refund>(context, itemIndex, 'refund', async (attempt, current) => {
      ensureShopPays(current);
      const made = await provider.refund(input, attempt);
      return {
        result: made,
        commands: [{ type: 'settle', refund: made, references: { [`${providerName}Refund`]: made.id } }],
      };
    });
    return { chapters: { ...(dossier && asJson(dossier)), refund: asJson(result) }, result: asJson(result) };
  },
};
