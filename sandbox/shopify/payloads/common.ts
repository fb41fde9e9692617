import { gid } from '../gid';
import { formatMoney } from '../money';

/** Webhook bodies keep the shapes of the older REST API: numeric ids, snake case, lower-case states. */
export type Payload = Record<string, unknown>;

export function reference(type: string, id: string): Payload {
  return { id: Number(id), admin_graphql_api_id: gid(type, id) };
}

export function priceSet(minor: number, currency: string): Payload {
  const money = { amount: formatMoney(minor, currency), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
