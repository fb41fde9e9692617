import { listPage } from '../list';
import { search } from '../search';
import { type Asked, found, isAsked, read, type Route } from './route';

const searchCharges = ({ store, form }: Asked): object => search(store.charges.values(), form, '/v1/charges/search');

const retrieve = ({ store, id }: Asked): object => found(store.charges, 'charge', 'id', id);

function list({ store, form }: Asked): object {
  const asked = [...store.charges.values()].filter((charge) => isAsked(form, 'payment_intent', charge.payment_intent));
  return listPage(asked, form, '/v1/charges');
}

export const chargeRoutes: readonly Route[] = [
  read('charges/search', searchCharges),
  read('charges/:id', retrieve),
  read('charges', list),
];
