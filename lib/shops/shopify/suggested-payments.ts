import { z } from 'zod/v4';
import { once } from '../../http';
import { moneyBagFields, moneyBagSchema } from './money';
import type { SuggestedPayment } from './types';

/** The payments that Shopify would pay back on, as orders and returns have them alike. */
export const suggestedTransactionFields = `
  gateway
  amountSet { ${moneyBagFields} }
  maximumRefundableSet { ${moneyBagFields} }
  parentTransaction { id }
`;

export const suggestedTransactionSchema = once(() =>
  z.object({
    gateway: z.string().nullish(),
    amountSet: moneyBagSchema(),
    maximumRefundableSet: moneyBagSchema().nullish(),
    parentTransaction: z.object({ id: z.string() }).nullish(),
  }),
);

export const readPayments = (
  suggested: readonly z.output<ReturnType<typeof suggestedTransactionSchema>>[],
): SuggestedPayment[] =>
  suggested.flatMap(({ parentTransaction, amountSet, maximumRefundableSet, gateway }) =>
    parentTransaction
      ? [
          {
            parentId: parentTransaction.id,
            suggested: amountSet,
            maximum: maximumRefundableSet ?? amountSet,
            ...(gateway && { gateway }),
          },
        ]
      : [],
  );
