import { z } from 'zod/v4';
import { once, type HttpClient } from '../../http';
import { ReturnsError, type Order } from '../../returns';
import type { OrderKey } from '../payment';
import { itemSchema, numbersOf, readOrder, sessionSchema, type Item, type Session } from './checkout-order';

const pageOf = <T extends z.ZodType>(entry: T) => z.object({ data: z.array(entry), has_more: z.boolean() });
const sessionsPage = once(() => pageOf(sessionSchema()));
const itemsPage = once(() => pageOf(itemSchema()));

/** @throws ReturnsError `not_found`, the same for an unknown order and for another person's */
export async function findOrder(client: HttpClient, key: OrderKey): Promise<Order> {
  const number = plainNumber(key.orderNumber);
  const email = key.email.trim();
  // Stripe compares the address as it was typed at the check-out.
  for (const spelling of new Set([email, email.toLowerCase()])) {
    const session = number === '' ? undefined : await findSession(client, number, spelling);
    if (session) return readOrder(session, await listItems(client, session.id));
  }
  throw new ReturnsError('not_found', 'Stripe knows no paid order with this number and e-mail', {
    provider: 'stripe',
    description: 'Check both with the shopper. The e-mail must be the one that the order was placed with.',
  });
}

const plainNumber = (text: string): string => text.trim().replace(/^#/, '').toLowerCase();

async function findSession(client: HttpClient, number: string, email: string): Promise<Session | undefined> {
  let after: string | undefined;
  for (;;) {
    const query = { 'customer_details[email]': email, limit: 100, starting_after: after };
    const page = await client.request({ method: 'GET', path: '/v1/checkout/sessions', query, parse: sessionsPage() });
    const session = page.data.find((candidate) => isOrder(candidate, number, email));
    after = page.data.at(-1)?.id;
    if (session || !page.has_more || after === undefined) return session;
  }
}

const isOrder = (session: Session, number: string, email: string): boolean =>
  session.payment_status === 'paid' &&
  session.customer_details?.email?.toLowerCase() === email.toLowerCase() &&
  numbersOf(session).some((name) => plainNumber(name) === number);

async function listItems(client: HttpClient, sessionId: string): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const query = { limit: 100, 'expand[]': 'data.price.product', starting_after: items.at(-1)?.id };
    const path = `/v1/checkout/sessions/${encodeURIComponent(sessionId)}/line_items`;
    const page = await client.request({ method: 'GET', path, query, parse: itemsPage() });
    items.push(...page.data);
    if (!page.has_more || page.data.length === 0) return items;
  }
}
