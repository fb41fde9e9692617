import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { LineQuantity, ProcessReturnInput, ProcessReturnResult } from '../../../lib/shops/shopify';
import { shopify } from '../../shared/shops';
import { caseSchema, inspectionSchema, moneySchema, parseWith, ReturnsError } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { ensureShopPays } from '../../../lib/payments/ensure-shop-pays';
import { caseIdField } from '../../shared/fields';
import type { Operation, OperationResult } from '../../shared/operation';
import { optionalChapterParameter, parseJson, pickedParameter, textParameter } from '../../shared/parameters';
import { expiresField } from '../line-fields';
import { locationField, locationsField, returnIdField, returnIdOf, storeCreditField } from '../return-fields';
import { writeReturn } from '../write-return';

export const process: Operation = {
  resource: 'return',
  option: {
    name: 'Process',
    value: 'process',
    action: 'Process return',
    description: 'Pay back an exact amount, in money or as store credit, or send the exchange items, once per case',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Settle By',
      name: 'settleBy',
      type: 'options',
      noDataExpression: true,
      options: [
        { name: 'Exchange', value: 'exchange', description: 'Send out the exchange items of the return' },
        { name: 'Refund', value: 'refund', description: 'Pay back on the original payment, or as store credit' },
      ],
      default: 'refund',
    },
    {
      displayName: 'Amount',
      name: 'amount',
      type: 'json',
      default: '={{ $json.case?.planned }}',
      description: 'Paid back on payments; minor units and currency: { "amount": 1999, "currency": "EUR" } is 19.99 €',
      displayOptions: { show: { settleBy: ['refund'] } },
    },
    {
      displayName: 'Of Which Delivery',
      name: 'delivery',
      type: 'json',
      default: '={{ $json.case?.plannedDelivery }}',
      description: 'The part of the amount that pays back outbound delivery: Shopify books it apart from the goods',
      displayOptions: { show: { settleBy: ['refund'] } },
    },
    {
      displayName: 'Pay Back the Difference',
      name: 'payDifference',
      type: 'boolean',
      default: false,
      description:
        'Whether what the new goods cost less is paid back on the original payment, in the same step and exactly as Shopify works it out',
      displayOptions: { show: { settleBy: ['exchange'] } },
    },
    {
      displayName: 'More',
      name: 'more',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'Inspection',
          name: 'inspection',
          type: 'json',
          default: '={{ $json.inspection }}',
          description: 'With it, the goods are restocked or written off in the same step',
        },
        { ...locationsField, displayName: 'Location by Line' },
        {
          ...locationField,
          description: 'Where restocked goods go. Left empty, the first location of the shop that ships.',
        },
        {
          displayName: 'Split by Payment',
          name: 'split',
          type: 'json',
          default: '',
          description:
            'How the amount is spread: [{ "parentId": "payment ID", "amount": { "amount": 1000, "currency": "EUR" } }]',
        },
        storeCreditField,
        { ...expiresField, displayName: 'Store Credit Expires At' },
      ],
    },
    {
      displayName: 'Note',
      name: 'note',
      type: 'string',
      default: '={{ $json.case?.rma }}',
      description: 'Kept with the refund in Shopify',
    },
  ],
  execute(context, itemIndex) {
    return textParameter(context, 'settleBy', itemIndex) === 'exchange'
      ? sendExchange(context, itemIndex)
      : payBack(context, itemIndex);
  },
};

async function payBack(context: IExecuteFunctions, itemIndex: number): Promise<OperationResult> {
  const returnId = returnIdOf(context, itemIndex);
  const amount = optionalChapterParameter(context, 'amount', 'Amount', moneySchema, itemIndex);
  const more = optionsOf(context, itemIndex);
  if ((amount?.amount ?? 0) + (more.storeCredit?.amount.amount ?? 0) <= 0) {
    throw new ReturnsError('invalid_input', '"Amount" is empty', {
      description: 'Fill in "Amount", or "Store Credit" under "More".',
    });
  }
  const note = textParameter(context, 'note', itemIndex);
  const delivery = optionalChapterParameter(context, 'delivery', 'Of Which Delivery', moneySchema, itemIndex);
  const lines = linesOf(context, itemIndex);
  // The step has the same name at every payment provider: a case is paid back once, wherever the money comes from.
  const { written, output } = await writeReturn(
    context,
    itemIndex,
    'refund',
    (client, attempt, current) => {
      ensureShopPays(current);
      return shopify().processReturn(client, {
        returnId,
        exchange: false,
        attempt,
        note,
        ...more,
        ...(amount && { amount }),
        ...(delivery && { delivery }),
        ...(lines && { lines }),
      });
    },
    (processed) => [shopify().settledByRefund(processed, amount)],
  );
  return withChapters(output, written);
}

const optionsSchema = z.lazy(() =>
  z.object({
    storeCredit: moneySchema.optional(),
    expiresAt: z.string().optional(),
    inspection: inspectionSchema.optional(),
    locations: z.record(z.string(), z.string()).optional(),
    split: z.array(z.object({ parentId: z.string(), amount: moneySchema })).optional(),
  }),
);

type MoreInput = Pick<ProcessReturnInput, 'storeCredit' | 'inspection' | 'locations' | 'locationId' | 'split'>;

function optionsOf(context: IExecuteFunctions, itemIndex: number): MoreInput {
  const given: unknown = context.getNodeParameter('more', itemIndex, {});
  const filled = Object.entries(typeof given === 'object' && given !== null ? given : {}).flatMap(
    ([name, value]: [string, unknown]): [string, unknown][] => {
      if (value === '' || value === undefined || value === null) return [];
      const isJson = ['storeCredit', 'inspection', 'locations', 'split'].includes(name);
      return [[name, isJson && typeof value === 'string' ? parseJson(value, name) : value]];
    },
  );
  const { storeCredit, expiresAt, ...others } = parseWith(optionsSchema, Object.fromEntries(filled), '"More"');
  const expires = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() };
  const locationId = pickedParameter(context, 'more.locationId', itemIndex);
  return {
    ...withoutUndefined(others),
    ...(locationId !== '' && { locationId }),
    ...(storeCredit && { storeCredit: { amount: storeCredit, ...expires } }),
  };
}

const withoutUndefined = ({
  inspection,
  locations,
  split,
}: {
  [K in Exclude<keyof MoreInput, 'storeCredit' | 'locationId'>]?: MoreInput[K] | undefined;
}): MoreInput => ({
  ...(inspection && { inspection }),
  ...(locations && { locations }),
  ...(split && { split }),
});

async function sendExchange(context: IExecuteFunctions, itemIndex: number): Promise<OperationResult> {
  const returnId = returnIdOf(context, itemIndex);
  const note = textParameter(context, 'note', itemIndex);
  const difference = context.getNodeParameter('payDifference', itemIndex, false) === true;
  // With the goods that come back: otherwise Shopify asks the shopper to pay the whole price of what is sent.
  const lines = linesOf(context, itemIndex);
  const { written, output } = await writeReturn(
    context,
    itemIndex,
    'exchange',
    (client, attempt, current) => {
      if (difference) ensureShopPays(current);
      shopify().ensureGoodsCameBack(current);
      return shopify().processReturn(client, {
        returnId,
        exchange: true,
        difference,
        attempt,
        note,
        ...(lines && { lines }),
      });
    },
    (processed) => [shopify().settledByExchange(processed)],
  );
  return withChapters(output, written);
}

function withChapters(output: OperationResult, { refund, exchange, credit }: ProcessReturnResult): OperationResult {
  const chapter = {
    ...(refund && { refund: asJson(refund) }),
    ...(credit && { credit: asJson(credit) }),
    ...(exchange && { exchange: asJson(exchange) }),
  };
  return { ...output, chapters: { ...output.chapters, ...chapter }, result: { ...output.result, ...chapter } };
}

/** Undefined without a case, when Shopify processes all that can be. */
function linesOf(context: IExecuteFunctions, itemIndex: number): LineQuantity[] | undefined {
  const { case: chapter } = context.getInputData()[itemIndex]?.json ?? {};
  const known = caseSchema.safeParse(chapter);
  return known.success ? shopify().linesToProcess(known.data) : undefined;
}
