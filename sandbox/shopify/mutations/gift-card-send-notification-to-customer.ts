import { z } from 'zod/v4';
import { reject } from '../errors';
import { gid, idOf } from '../gid';
import { giftCardView } from '../views/gift-card';
import type { Mutation } from './mutation';

const shape = z.object({ id: z.string() });

/** Mails a gift card to its customer. */
export const giftCardSendNotificationToCustomer: Mutation = {
  empty: ['giftCard'],
  run: ({ world, args }) => {
    const card = world.store.giftCards.get(idOf(shape.parse(args).id, 'GiftCard'));
    if (card === undefined) throw reject(['id'], 'The gift card could not be found.', 'GIFT_CARD_NOT_FOUND');
    if (card.customerId === null) throw reject(['id'], 'The customer could not be found.', 'CUSTOMER_NOT_FOUND');
    world.record('gift-card.sent', gid('GiftCard', card.id), { customerId: gid('Customer', card.customerId) });
    return { giftCard: () => giftCardView(world, card) };
  },
};
