import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { ReturnsError } from '../../lib/returns';
import { picker } from '../shared/picker';
import { tikTokShop } from '../shared/shops';
import { connectChosenShop, connectSeller } from '../shared/tiktok-shop';

interface Entry {
  readonly name: string;
  readonly value: string;
}

function matching(entries: readonly Entry[], text: string): INodeListSearchResult {
  const wanted = text.toLowerCase();
  return { results: entries.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)) };
}

/** The shops that the credential is authorized for. */
export const searchShops = picker(async (context, { text }) => {
  const shops = await tikTokShop().listShops(await connectSeller(context));
  return matching(
    shops.map(({ id, name, region }) => ({ name: `${name} (${region})`, value: id })),
    text,
  );
});

export const searchWarehouses = picker(async (context, { text }) => {
  const warehouses = await tikTokShop().listWarehouses(await connectChosenShop(context));
  return matching(
    warehouses.map(({ id, name, type = '' }) => ({
      name: type === 'RETURN_WAREHOUSE' ? `${name} (returns)` : name,
      value: id,
    })),
    text,
  );
});

const NEWEST = 50;

/** The newest returns, without a word about the shopper; typed text may also be the id of one. */
export const searchReturnsToPick = picker(async (context, { text }) => {
  const client = await connectChosenShop(context);
  const found = /^\d{10,}$/.test(text)
    ? await tikTokShop().searchReturns(client, { returnIds: [text] })
    : await tikTokShop().searchReturns(client, { sortBy: 'update_time', order: 'DESC', limit: NEWEST });
  return matching(
    found.map(({ tiktokReturn: { id, orderId, status, units } }) => ({
      name: [orderId, units[0]?.title ?? '', status.toLowerCase().replaceAll('_', ' ')].filter(Boolean).join(' · '),
      value: id,
    })),
    text,
  );
});

/** The reasons by which the chosen return or cancellation can be refused. */
export const searchRejectReasons = picker(async (context, { text }) => {
  const id = chosenId(context, 'returnId') ?? chosenId(context, 'cancelId');
  if (id === undefined) {
    throw new ReturnsError('invalid_input', 'No return is chosen', {
      description: 'Reasons belong to one return: choose it from its list first, or let the node find the reason.',
    });
  }
  const reasons = await tikTokShop().rejectReasons(await connectChosenShop(context), id);
  return matching(
    reasons.map(({ name, text }) => ({ name: text, value: name })),
    text,
  );
});

function chosenId(context: ILoadOptionsFunctions, name: string): string | undefined {
  const value: unknown = context.getCurrentNodeParameter(name, { extractValue: true });
  return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}
