import { gid } from '../gid';
import type { GiftCard } from '../model';
import { type View, moneyView } from '../view';
import type { World } from '../world';

/** The code itself is never answered again: only its end. */
export function giftCardView(world: World, card: GiftCard): View {
  const end = card.code.slice(-4);
  const customer = card.customerId === null ? undefined : world.store.customers.get(card.customerId);
  return {
    __typename: 'GiftCard',
    id: gid('GiftCard', card.id),
    lastCharacters: end,
    maskedCode: `•••• •••• •••• ${end}`,
    initialValue: moneyView(card.initialValue, card.currency),
    balance: moneyView(card.initialValue, card.currency),
    note: card.note,
    expiresOn: card.expiresOn,
    enabled: true,
    deactivatedAt: null,
    createdAt: card.createdAt,
    updatedAt: card.createdAt,
    templateSuffix: null,
    customer: () => (customer === undefined ? null : world.views.customer(customer)),
  };
}
