import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../../lib/ledger';
import type { GivenCredit } from '../../../lib/shops/shopify';
import { shopify } from '../../shared/shops';
import { moneySchema, requestSchema, ReturnsError, type Dossier } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { collectCases } from '../../shared/collect-cases';
import { openLedger } from '../../shared/ledger-access';
import { ensureShopPays } from '../../../lib/payments/ensure-shop-pays';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, requiredText, textParameter } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { expiresField, instantParameter } from '../line-fields';
import { customerIdField, notifyField } from '../return-fields';

export const giveStoreCredit: Operation = {
  resource: 'storeCredit',
  option: {
    name: 'Give',
    value: 'give',
    action: 'Give store credit',
    description: 'Give a customer credit to spend in the shop, with a bonus where one is promised, once per case',
  },
  fields: [
    customerIdField,
    caseIdField,
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      required: true,
      default: '={{ $json.case?.planned }}',
      description: 'Before the bonus; minor units and currency: { "amount": 1999, "currency": "EUR" } is 19.99 €',
    },
    {
      displayName: 'Bonus (Percent)',
      name: 'bonusPercent',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 100 },
      default: 0,
      description: 'Added for taking credit instead of money',
    },
    {
      displayName: 'Consent',
      name: 'consent',
      type: 'options',
      options: [
        {
          name: 'Given Otherwise',
          value: 'given',
          description: 'The shopper has expressly agreed, and you can show it',
        },
        { name: 'In the Request', value: 'request', description: 'The shopper has asked for store credit' },
      ],
      default: 'request',
      description:
        'Credit instead of money needs the express consent of the shopper (directive 2011/83/EU art. 13(1)); without it nothing is given.',
    },
    expiresField,
    notifyField,
  ],
  async execute(context, itemIndex) {
    const customerId = requiredText(context, 'customerId', 'Customer ID', itemIndex);
    const amount = chapterParameter(context, 'amount', 'Amount', moneySchema, itemIndex);
    ensureConsent(context, itemIndex);
    const expiresAt = instantParameter(context, 'expiresAt', itemIndex);
    const bonusPercent = Number(context.getNodeParameter('bonusPercent', itemIndex, 0));
    const notifyCustomer = context.getNodeParameter('notifyCustomer', itemIndex, false) === true;
    const client = await connectShopify(context, itemIndex);
    const { result, dossier } = await performOnce<GivenCredit>(
      context,
      itemIndex,
      'credit',
      async (attempt, current) => {
        ensureShopPays(current);
        const given = await shopify().giveCredit(client, {
          customerId,
          amount,
          bonusPercent,
          notifyCustomer,
          attempt,
          since: attempt.keySince,
          ofOtherCases: attempt.mayHaveHappened && current ? await creditsOfOtherCases(context, current, attempt) : [],
          ...(expiresAt && { expiresAt }),
        });
        return { result: given, commands: [{ type: 'settle', credit: given.credit }] };
      },
    );
    const chapter = { credit: asJson(result.credit), storeCredit: asJson({ balance: result.balance }) };
    return { chapters: { ...(dossier && asJson(dossier)), ...chapter }, result: asJson(result) };
  },
};

/** The credits that other cases were settled with since the first attempt began. */
async function creditsOfOtherCases(
  context: IExecuteFunctions,
  { case: own }: Dossier,
  { keySince }: Attempt,
): Promise<string[]> {
  const filter = { settlement: ['credited'], updatedFrom: keySince } as const;
  const cases = await collectCases(await openLedger(context), filter);
  return cases.filter((dossier) => dossier.case.id !== own.id).flatMap(({ credit }) => credit?.id ?? []);
}

function ensureConsent(context: IExecuteFunctions, itemIndex: number): void {
  if (textParameter(context, 'consent', itemIndex) === 'given') return;
  const request = requestSchema.safeParse(context.getInputData()[itemIndex]?.json['request']);
  if (request.success && request.data.resolution === 'store_credit') return;
  throw new ReturnsError('invalid_input', 'The shopper has not agreed to store credit', {
    description:
      'Ask them, and set "Consent" to "Given Otherwise" when they have said yes; pay back in money otherwise (directive 2011/83/EU art. 13(1)).',
  });
}

export const getStoreCredit: Operation = {
  resource: 'storeCredit',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get store credit',
    description: 'What a customer has to spend in the shop, by currency',
  },
  fields: [customerIdField],
  async execute(context, itemIndex) {
    const customerId = requiredText(context, 'customerId', 'Customer ID', itemIndex);
    const accounts = await shopify().storeCreditOf(await connectShopify(context, itemIndex), { customerId });
    const result = { accounts: accounts.map((account) => asJson(account)) };
    return { chapters: { storeCredit: result }, result };
  },
};
