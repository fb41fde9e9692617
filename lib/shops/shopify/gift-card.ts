import { z } from 'zod/v4';
import { once } from '../../http';
import { ReturnsError, toDecimal } from '../../returns';
import type { ShopifyClient } from './client';
import { defineDocument } from './document';
import { quote } from './find-order';
import { gid } from './gid';
import { moneyInput, moneySchemaV2 } from './money';
import { allNodes, pageOf } from './pages';
import { markOf } from './process-plan';
import type { GiftCard, GiveGiftCardInput, GivenGiftCard } from './types';
import { ensureAccepted, userErrorsSchema } from './user-errors';
import { isSince } from './versions';

const cardFields = 'id maskedCode lastCharacters note createdAt expiresOn initialValue { amount currencyCode }';

const cardSchema = once(() =>
  z.object({
    id: z.string(),
    maskedCode: z.string(),
    lastCharacters: z.string(),
    note: z.string().nullish(),
    createdAt: z.string(),
    expiresOn: z.string().nullish(),
    initialValue: moneySchemaV2(),
  }),
);
type CardNode = z.output<ReturnType<typeof cardSchema>>;

const createDocument = defineDocument(
  `mutation ReturnsGiveGiftCard($input: GiftCardCreateInput!) {
    giftCardCreate(input: $input) { giftCard { ${cardFields} } giftCardCode userErrors { field message code } }
  }`,
  () =>
    z.object({
      giftCardCreate: z.object({
        giftCard: cardSchema().nullish(),
        giftCardCode: z.string().nullish(),
        userErrors: userErrorsSchema(),
      }),
    }),
);

const notifyDocument = defineDocument(
  `mutation ReturnsSendGiftCard($id: ID!) {
    giftCardSendNotificationToCustomer(id: $id) { giftCard { id } userErrors { field message code } }
  }`,
  () => z.object({ giftCardSendNotificationToCustomer: z.object({ userErrors: userErrorsSchema() }) }),
);

const recentDocument = defineDocument(
  `query ReturnsGiftCards($query: String!, $after: String) {
    giftCards(first: 50, after: $after, query: $query) {
      nodes { ${cardFields} }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  () => z.object({ giftCards: pageOf(cardSchema()) }),
);

/**
 * Makes a gift card. Shopify shows its code once, and has no idempotency for this: the note of the card ends with a mark,
 * by which an attempt that may have happened finds the card of the one before it, though not its code.
 */
export async function giveGiftCard(client: ShopifyClient, input: GiveGiftCardInput): Promise<GivenGiftCard> {
  const { amount, attempt, customerId, expiresOn } = input;
  const mark = markOf(attempt.idempotencyKey);
  if (attempt.mayHaveHappened) {
    const made = await findCard(client, mark, input.since);
    if (made) return finish(client, input, { giftCard: readCard(made), performed: false });
  }
  const value = isSince(client.version, '2026-07')
    ? { initialAmount: moneyInput(amount) }
    : { initialValue: toDecimal(amount) };
  const { giftCardCreate: payload } = await client.run(createDocument, {
    input: {
      ...value,
      note: [input.note, mark].filter(Boolean).join(' '),
      ...(customerId && { customerId: gid('Customer', customerId) }),
      ...(expiresOn && { expiresOn }),
    },
  });
  ensureAccepted(payload.userErrors, 'make a gift card');
  if (!payload.giftCard) {
    throw new ReturnsError('unexpected_answer', 'Shopify made a gift card but did not name it', {
      provider: 'shopify',
      description: 'Run the item again: the card is looked up first.',
      retryable: true,
      context: { mayHaveHappened: true },
    });
  }
  const code = payload.giftCardCode;
  return finish(client, input, {
    giftCard: readCard(payload.giftCard),
    ...(code && { code }),
    performed: true,
  });
}

async function finish(client: ShopifyClient, input: GiveGiftCardInput, given: GivenGiftCard): Promise<GivenGiftCard> {
  if (input.notifyCustomer !== true || !input.customerId) return given;
  const { giftCardSendNotificationToCustomer: payload } = await client.run(notifyDocument, { id: given.giftCard.id });
  ensureAccepted(payload.userErrors, 'send the gift card to the customer');
  return given;
}

async function findCard(client: ShopifyClient, mark: string, since: string): Promise<CardNode | undefined> {
  // Notes cannot be searched for; a day, for clocks and zones that differ.
  const from = new Date(Date.parse(since) - 86_400_000).toISOString();
  const query = `created_at:>=${quote(from)}`;
  const recent = await allNodes(async (after) => (await client.run(recentDocument, { query, after })).giftCards);
  return recent.find(({ note }) => note?.includes(mark));
}

const readCard = (card: CardNode): GiftCard => ({
  id: card.id,
  maskedCode: card.maskedCode,
  lastCharacters: card.lastCharacters,
  amount: card.initialValue,
  createdAt: card.createdAt,
  ...(card.expiresOn && { expiresOn: card.expiresOn }),
});
