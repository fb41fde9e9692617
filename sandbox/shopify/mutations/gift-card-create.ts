import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid, idOf } from '../gid';
import { formatMoney, parseMinor } from '../money';
import { giftCardView } from '../views/gift-card';
import type { Mutation } from './mutation';
import { moneyInput } from './plan-return-lines';

const shape = z.object({
  input: z.object({
    code: z.string().nullish(),
    customerId: z.string().nullish(),
    expiresOn: z.string().nullish(),
    initialAmount: moneyInput.nullish(),
    initialValue: z.union([z.string(), z.number()]).nullish(),
    note: z.string().nullish(),
  }),
});

/** Values of older versions are in the currency of the shop. */
const shopCurrency = 'EUR';

/** Makes a gift card and shows its code, once. Not idempotent: the same call twice makes two. */
export const giftCardCreate: Mutation = {
  empty: ['giftCard', 'giftCardCode'],
  run: ({ world, args }) => {
    const { input } = shape.parse(args);
    const currency = input.initialAmount?.currencyCode ?? shopCurrency;
    const given = input.initialAmount?.amount ?? input.initialValue ?? null;
    if (given === null) throw reject(['input', 'initialAmount'], "Initial amount can't be blank", 'MISSING_ARGUMENT');
    const initialValue = parseMinor(given, currency);
    if (initialValue <= 0) {
      throw reject(['input', 'initialValue'], 'Initial value must be greater than 0', 'GREATER_THAN');
    }
    const customerGid = input.customerId ?? null;
    const customerId = customerGid === null ? null : idOf(customerGid, 'Customer');
    if (customerId !== null && !world.store.customers.has(customerId)) {
      throw reject(['input', 'customerId'], 'The customer could not be found.', 'CUSTOMER_NOT_FOUND');
    }
    const expiresOn = input.expiresOn ?? null;
    if (expiresOn !== null && expiresOn <= world.now().slice(0, 10)) {
      throw reject(['input', 'expiresOn'], 'Expires on must be in the future', 'INVALID');
    }
    const code = (input.code ?? world.context.random.hex(16)).toUpperCase();
    if ([...world.store.giftCards.values()].some((card) => card.code === code)) {
      throw reject(['input', 'code'], 'Code has already been taken', 'TAKEN');
    }
    const card = {
      id: world.nextId(),
      code,
      currency,
      initialValue,
      customerId,
      note: input.note ?? null,
      expiresOn,
      createdAt: world.now(),
    };
    world.store.giftCards.set(card.id, card);
    world.record('gift-card.made', gid('GiftCard', card.id), {
      amount: formatMoney(initialValue, currency),
      minor: initialValue,
      currency,
    });
    return { giftCard: () => giftCardView(world, card), giftCardCode: code };
  },
};
