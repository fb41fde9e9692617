import { z } from 'zod/v4';
import { dispositionInput } from './plan-dispositions';
import { moneyInput } from './plan-return-lines';

export const returnProcessShape = z.object({
  input: z.object({
    returnId: z.string(),
    returnLineItems: z
      .array(z.object({ id: z.string(), quantity: z.int(), dispositions: z.array(dispositionInput).nullish() }))
      .nullish(),
    exchangeLineItems: z.array(z.object({ id: z.string(), quantity: z.int() })).nullish(),
    refundShipping: z
      .object({ fullRefund: z.boolean().nullish(), shippingRefundAmount: moneyInput.nullish() })
      .nullish(),
    refundDuties: z.array(z.unknown()).nullish(),
    tipLineId: z.string().nullish(),
    financialTransfer: z
      .object({
        issueRefund: z
          .object({
            orderTransactions: z.array(z.object({ parentId: z.string(), transactionAmount: moneyInput })),
            refundMethods: z
              .array(
                z.object({
                  storeCreditRefund: z.object({ amount: moneyInput, expiresAt: z.string().nullish() }).nullish(),
                }),
              )
              .nullish(),
            allowOverRefunding: z.boolean().nullish(),
          })
          .nullish(),
      })
      .nullish(),
    note: z.string().nullish(),
    notifyCustomer: z.boolean().nullish(),
  }),
});
export type ReturnProcessInput = z.infer<typeof returnProcessShape>['input'];
export type IssueRefund = NonNullable<NonNullable<ReturnProcessInput['financialTransfer']>['issueRefund']>;
