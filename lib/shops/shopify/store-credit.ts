import { z } from 'zod/v4';
import { once } from '../../http';
import { addMoney, percentOf, ReturnsError, zero, type Money } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { gid } from './gid';
import { moneyInput, moneySchemaV2 } from './money';
import { pageOf } from './pages';
import type { GiveCreditInput, GivenCredit, StoreCreditAccount } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';
import { isSince } from './versions';

const moneyFields = 'amount currencyCode';

const creditDocument = defineDocument(
  `mutation ReturnsGiveCredit($id: ID!, $credit: StoreCreditAccountCreditInput!) {
    storeCreditAccountCredit(id: $id, creditInput: $credit) {
      storeCreditAccountTransaction {
        id
        createdAt
        expiresAt
        amount { ${moneyFields} }
        account { id balance { ${moneyFields} } }
      }
      userErrors { field message code }
    }
  }`,
  () =>
    z.object({
      storeCreditAccountCredit: z.object({
        storeCreditAccountTransaction: z
          .object({
            id: z.string(),
            createdAt: z.string(),
            expiresAt: z.string().nullish(),
            amount: moneySchemaV2(),
            account: z.object({ id: z.string(), balance: moneySchemaV2() }),
          })
          .nullish(),
        userErrors: userErrorsSchema(),
      }),
    }),
);

const entrySchema = once(() =>
  z.object({
    id: z.string().optional(),
    createdAt: z.string(),
    expiresAt: z.string().nullish(),
    event: z.string(),
    amount: moneySchemaV2(),
    balanceAfterTransaction: moneySchemaV2(),
  }),
);

const accountsDocument = defineDocument(
  `query ReturnsStoreCredit($id: ID!) {
    customer(id: $id) {
      storeCreditAccounts(first: 10) {
        nodes {
          id
          balance { ${moneyFields} }
          transactions(first: 20, sortKey: CREATED_AT, reverse: true) {
            nodes {
              createdAt
              event
              amount { ${moneyFields} }
              balanceAfterTransaction { ${moneyFields} }
              ... on StoreCreditAccountCreditTransaction { id expiresAt }
            }
          }
        }
      }
    }
  }`,
  () =>
    z.object({
      customer: z
        .object({
          storeCreditAccounts: pageOf(
            z.object({ id: z.string(), balance: moneySchemaV2(), transactions: pageOf(entrySchema()) }),
          ),
        })
        .nullable(),
    }),
);

/** What a customer has to spend in the shop, by currency. @throws ReturnsError `not_found` */
export async function storeCreditOf(
  client: ShopifyClient,
  { customerId }: { customerId: string },
): Promise<StoreCreditAccount[]> {
  const accounts = await readAccounts(client, gid('Customer', customerId));
  return accounts.map(({ id, balance }) => ({ id, balance }));
}

/** The amount with what is added to it for being taken as credit. Pure. */
export function withBonus(
  amount: Money,
  { bonusPercent, bonus }: Pick<GiveCreditInput, 'bonusPercent' | 'bonus'>,
): Money {
  const extra = bonus ?? (bonusPercent ? percentOf(amount, bonusPercent) : zero(amount.currency));
  return addMoney(amount, extra);
}

/**
 * Gives a customer credit to spend in the shop, with a bonus where one is promised. Shopify has no idempotency for this:
 * an attempt that may have happened first looks for a credit of the same amount since the first one began, that no other
 * case has: two cases of one customer may be worth the same.
 * @throws ReturnsError `needs_review` when several are there, or one that expires at another time
 */
export async function giveCredit(client: ShopifyClient, input: GiveCreditInput): Promise<GivenCredit> {
  const id = gid('Customer', input.customerId);
  const amount = withBonus(input.amount, input);
  const { expiresAt, attempt } = input;
  if (attempt.mayHaveHappened) {
    const given = await findGiven(client, id, amount, input);
    if (given) return given;
  }
  const answer = await client.run(creditDocument, {
    id,
    credit: {
      creditAmount: moneyInput(amount),
      ...(expiresAt && { expiresAt }),
      ...(input.notifyCustomer !== undefined && isSince(client.version, '2026-01') && { notify: input.notifyCustomer }),
    },
  });
  ensureAccepted(answer.storeCreditAccountCredit.userErrors, 'give store credit');
  const made = answer.storeCreditAccountCredit.storeCreditAccountTransaction;
  if (made) {
    return {
      credit: { provider: 'shopify', id: made.id, amount: made.amount, at: made.createdAt },
      accountId: made.account.id,
      balance: made.account.balance,
      performed: true,
    };
  }
  throw new ReturnsError('unexpected_answer', 'Shopify gave store credit but did not name it', {
    provider: 'shopify',
    description: 'Run the item again: the credit is looked up first.',
    retryable: true,
    context: { mayHaveHappened: true },
  });
}

async function readAccounts(client: ShopifyClient, id: string) {
  const { customer } = await client.run(accountsDocument, { id });
  if (customer) return customer.storeCreditAccounts.nodes;
  throw new ReturnsError('not_found', 'Shopify knows no such customer', {
    provider: 'shopify',
    description: 'Guests have no store credit: the order must belong to a customer.',
  });
}

async function findGiven(
  client: ShopifyClient,
  id: string,
  amount: Money,
  { expiresAt, since, ofOtherCases }: GiveCreditInput,
): Promise<GivenCredit | undefined> {
  // A minute, for clocks that differ.
  const from = Date.parse(since) - 60_000;
  const found = (await readAccounts(client, id)).flatMap((account) =>
    account.transactions.nodes
      .filter(
        (entry) =>
          entry.id !== undefined &&
          !ofOtherCases.includes(entry.id) &&
          entry.event !== 'ORDER_REFUND' &&
          entry.amount.amount === amount.amount &&
          entry.amount.currency === amount.currency &&
          Date.parse(entry.createdAt) >= from,
      )
      .map((entry) => ({ account, entry })),
  );
  const [only] = found;
  const age = client.environment.now() - from;
  if (found.length > 1 || (only && !isSameExpiry(only.entry.expiresAt, expiresAt, age))) {
    throw new ReturnsError(
      'needs_review',
      'It cannot be told whether the customer was given this store credit before',
      {
        provider: 'shopify',
        description:
          'Look at the store credit of the customer in Shopify, then settle the step by hand. Nothing was given by this run.',
      },
    );
  }
  if (!only) return undefined;
  const { account, entry } = only;
  return {
    credit: { provider: 'shopify', id: entry.id ?? account.id, amount: entry.amount, at: entry.createdAt },
    accountId: account.id,
    balance: account.balance,
    performed: false,
  };
}

/** An expiry that is counted from now was earlier when an earlier attempt asked for it, by no more than its age. */
function isSameExpiry(given: string | null | undefined, wanted: string | undefined, ageMs: number): boolean {
  if (!given || !wanted) return !given === !wanted;
  const later = Date.parse(wanted) - Date.parse(given);
  return later > -1_000 && later <= ageMs;
}
