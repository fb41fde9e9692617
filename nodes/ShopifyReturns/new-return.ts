import type { IExecuteFunctions } from 'n8n-workflow';
import { shopify, type Shopify } from '../shared/shops';
import { moneySchema, orderSchema, requestSchema, type Dossier } from '../../lib/returns';
import { collectCases } from '../shared/collect-cases';
import { caseIdField, orderField, requestField } from '../shared/fields';
import { openLedger } from '../shared/ledger-access';
import type { OperationResult } from '../shared/operation';
import { chapterParameter, optionalChapterParameter } from '../shared/parameters';
import { feeField } from './return-fields';
import { writeReturn } from './write-return';

/** A return is opened from the same things, whether the shop opens it or asks for it in the name of the shopper. */
export const newReturnFields = [caseIdField, requestField, orderField, feeField];

/** @param step names the effect within the case */
export async function writeNewReturn(
  context: IExecuteFunctions,
  itemIndex: number,
  step: string,
  verb: Extract<keyof Shopify, 'createReturn' | 'requestReturn'>,
): Promise<OperationResult> {
  const request = chapterParameter(context, 'request', 'Request', requestSchema, itemIndex);
  const order = chapterParameter(context, 'order', 'Order', orderSchema, itemIndex);
  const fee = optionalChapterParameter(context, 'fee', 'Return Fee', moneySchema, itemIndex);
  const { output } = await writeReturn(context, itemIndex, step, async (client, attempt, current) =>
    shopify()[verb](client, {
      order,
      request,
      attempt,
      since: attempt.keySince,
      ofOtherCases: attempt.mayHaveHappened && current ? await returnsOfOtherCases(context, current) : [],
      ...(fee && fee.amount > 0 && { returnShippingFee: fee }),
    }),
  );
  return output;
}

/** The returns in Shopify that other cases of the same order have. */
async function returnsOfOtherCases(context: IExecuteFunctions, { case: own, order }: Dossier): Promise<string[]> {
  const cases = await collectCases(await openLedger(context), { orderName: order.name });
  return cases
    .filter((dossier) => dossier.case.id !== own.id)
    .flatMap(({ case: { references } }) => references['shopifyReturn'] ?? []);
}
