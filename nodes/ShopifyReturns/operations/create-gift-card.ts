import type { GivenGiftCard } from '../../../lib/shops/shopify';
import { shopify } from '../../shared/shops';
import { moneySchema } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, textParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { expiresField, instantParameter } from '../line-fields';
import { customerIdField } from '../return-fields';

export const createGiftCard: Operation = {
  resource: 'giftCard',
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create gift card',
    description: 'Make a gift card, once per case; its code is shown by the run that makes it, and kept nowhere',
  },
  fields: [
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      required: true,
      default: '={{ $json.case?.planned }}',
      description: 'Minor units and currency: { "amount": 1999, "currency": "EUR" } is 19.99 €',
    },
    caseIdField,
    { ...customerIdField, required: false },
    { ...expiresField, description: 'The last day of the card; never when left empty' },
    { displayName: 'Note', name: 'note', type: 'string', default: '={{ $json.case?.rma }}' },
    {
      displayName: 'Shopify Sends It',
      name: 'notifyCustomer',
      type: 'boolean',
      default: true,
      description: 'Whether Shopify mails the card to the customer',
    },
    {
      displayName: 'Settles the Case',
      name: 'settles',
      type: 'boolean',
      default: false,
      description: 'Whether the case is settled by this card, which the shopper has agreed to',
    },
  ],
  async execute(context, itemIndex) {
    const amount = chapterParameter(context, 'amount', 'Amount', moneySchema, itemIndex);
    const customerId = textParameter(context, 'customerId', itemIndex);
    const expiresOn = instantParameter(context, 'expiresAt', itemIndex)?.slice(0, 10);
    const settles = context.getNodeParameter('settles', itemIndex, false) === true;
    const client = await connectShopify(context, itemIndex);
    // Worth money to whoever reads it: it goes on with the item and not into the ledger.
    let code: string | undefined;
    const { result, dossier } = await performOnce<Omit<GivenGiftCard, 'code'>>(
      context,
      itemIndex,
      'gift-card',
      async (attempt) => {
        const { code: shown, ...given } = await shopify().giveGiftCard(client, {
          amount,
          attempt,
          since: attempt.keySince,
          note: textParameter(context, 'note', itemIndex),
          notifyCustomer: context.getNodeParameter('notifyCustomer', itemIndex, true) === true,
          ...(customerId !== '' && { customerId }),
          ...(expiresOn && { expiresOn }),
        });
        code = shown;
        const { id, createdAt: at, amount: value } = given.giftCard;
        const credit = { provider: 'shopify', id, amount: value, at };
        return { result: given, commands: settles ? [{ type: 'settle', credit }] : [] };
      },
    );
    const giftCard = asJson({ ...result.giftCard, ...(code !== undefined && { code }) });
    return { chapters: { ...(dossier && asJson(dossier)), giftCard }, result: giftCard };
  },
};
