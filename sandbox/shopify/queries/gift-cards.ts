import { connection } from '../connection';
import { idOf } from '../gid';
import { search } from '../search';
import type { View } from '../view';
import { giftCardView } from '../views/gift-card';
import type { World } from '../world';
import { idArgument, queryArgument } from './arguments';

export function giftCardQueries(world: World): View {
  return {
    giftCard: (args: unknown) => {
      const card = world.store.giftCards.get(idOf(idArgument.parse(args).id, 'GiftCard'));
      return card === undefined ? null : giftCardView(world, card);
    },
    giftCards: (args: unknown) => {
      const found = search([...world.store.giftCards.values()], queryArgument.parse(args).query, {
        default: (card) => [card.code.slice(-4)],
        id: (card) => [card.id],
        created_at: (card) => [card.createdAt],
        expires_on: (card) => (card.expiresOn === null ? [] : [card.expiresOn]),
      });
      return connection(found, args, (card) => giftCardView(world, card));
    },
  };
}
