import { listPage } from '../list';
import { search } from '../search';
import { type Asked, found, read, type Route } from './route';

const searchIntents = ({ store, form }: Asked): object =>
  search(store.paymentIntents.values(), form, '/v1/payment_intents/search');

const retrieve = ({ store, id }: Asked): object => found(store.paymentIntents, 'payment_intent', 'intent', id);

const list = ({ store, form }: Asked): object => listPage(store.paymentIntents.values(), form, '/v1/payment_intents');

export const paymentIntentRoutes: readonly Route[] = [
  read('payment_intents/search', searchIntents),
  read('payment_intents/:id', retrieve),
  read('payment_intents', list),
];
