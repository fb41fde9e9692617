import { type Form, formOf, textOf } from '../form';
import { listPage } from '../list';
import type { CheckoutSession } from '../objects';
import { type Asked, found, isAsked, read, type Route } from './route';

const sessionOf = ({ store, id }: Asked): CheckoutSession => found(store.sessions, 'checkout.session', 'session', id);

function isAskedSession(session: CheckoutSession, form: Form): boolean {
  const email = textOf(formOf(form, 'customer_details'), 'email');
  return (
    isAsked(form, 'payment_intent', session.payment_intent) &&
    isAsked(form, 'status', session.status) &&
    isAsked(form, 'customer', session.customer) &&
    (email === undefined || email.toLowerCase() === session.customer_details.email.toLowerCase())
  );
}

function listLineItems(asked: Asked): object {
  const { id } = sessionOf(asked);
  const url = `/v1/checkout/sessions/${id}/line_items`;
  return listPage(asked.store.lineItems.get(id) ?? [], asked.form, url, 'as-is');
}

function list({ store, form }: Asked): object {
  const asked = [...store.sessions.values()].filter((session) => isAskedSession(session, form));
  return listPage(asked, form, '/v1/checkout/sessions');
}

export const checkoutSessionRoutes: readonly Route[] = [
  read('checkout/sessions/:id/line_items', listLineItems),
  read('checkout/sessions/:id', sessionOf),
  read('checkout/sessions', list),
];
