import { z } from 'zod/v4';
import { reject } from '../errors';
import { parseGid } from '../gid';
import type { StoreCreditAccount } from '../model';
import { parseMinor } from '../money';
import { timeOf } from '../names';
import { creditAccount, ensureStoreCredit } from '../refunding';
import { storeCreditTransactionView } from '../views/customer';
import type { World } from '../world';
import type { Mutation } from './mutation';
import { moneyInput } from './plan-return-lines';

const shape = z.object({
  id: z.string(),
  creditInput: z.object({ creditAmount: moneyInput, expiresAt: z.string().nullish(), notify: z.boolean().nullish() }),
});

function accountOf(world: World, value: string, currency: string): StoreCreditAccount {
  const { type, id } = parseGid(value);
  if (type === 'Customer') {
    if (!world.store.customers.has(id)) throw reject(['id'], 'Owner does not exist', 'OWNER_NOT_FOUND');
    return ensureStoreCredit(world, id, currency);
  }
  const account = type === 'StoreCreditAccount' ? world.store.storeCredit.get(id) : undefined;
  if (account === undefined) throw reject(['id'], 'Store credit account does not exist', 'ACCOUNT_NOT_FOUND');
  if (account.currency !== currency) {
    const message = 'The currency provided does not match the currency of the store credit account';
    throw reject(['creditInput', 'creditAmount', 'currencyCode'], message, 'MISMATCHING_CURRENCY');
  }
  return account;
}

/** Gives a customer credit to spend in the shop. Not idempotent: the same call twice credits twice. */
export const storeCreditAccountCredit: Mutation = {
  empty: ['storeCreditAccountTransaction'],
  run: ({ world, args }) => {
    const { id, creditInput } = shape.parse(args);
    const currency = creditInput.creditAmount.currencyCode;
    const amount = parseMinor(creditInput.creditAmount.amount, currency);
    if (amount <= 0) {
      const message = 'A positive amount must be used to credit a store credit account';
      throw reject(['creditInput', 'creditAmount', 'amount'], message, 'NEGATIVE_OR_ZERO_AMOUNT');
    }
    const expiresAt = creditInput.expiresAt ?? null;
    if (expiresAt !== null && new Date(expiresAt) <= world.context.clock.now()) {
      throw reject(['creditInput', 'expiresAt'], 'The expiry date must be in the future', 'EXPIRES_AT_IN_PAST');
    }
    const account = accountOf(world, id, currency);
    const expires = expiresAt === null ? null : timeOf(new Date(expiresAt));
    const entry = creditAccount(world, account, { amount, expiresAt: expires, event: 'ADJUSTMENT' });
    return { storeCreditAccountTransaction: () => storeCreditTransactionView(world, account, entry) };
  },
};
