import { type Asked, read, type Route } from './route';

function retrieve({ store }: Asked): object {
  const totals = new Map<string, number>();
  const add = (currency: string, amount: number): void => {
    totals.set(currency, (totals.get(currency) ?? 0) + amount);
  };
  for (const charge of store.charges.values()) add(charge.currency, charge.amount_captured - charge.amount_refunded);
  if (totals.size === 0) add('eur', 0);
  const available = [...totals].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
  const pending = available.map(({ currency }) => ({ amount: 0, currency, source_types: { card: 0 } }));
  return { object: 'balance', available, livemode: false, pending };
}

export const balanceRoutes: readonly Route[] = [read('balance', retrieve)];
