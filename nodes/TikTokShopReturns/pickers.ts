import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { tikTokShop } from '../shared/shops';
import { ReturnsError } from '../../lib/returns';
import { connectChosenShop, connectSeller } from '../shared/tiktok-shop';

interface Entry {
  readonly name: string;
  readonly value: string;
}

function matching(entries: readonly Entry[], filter = ''): INodeListSearchResult {
  const wanted = filter.toLowerCase();
  return { results: entries.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)) };
}

/** The shops that the credential is authorized for. */
export async function searchShops(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const shops = await tikTokShop().listShops(await connectSeller(this));
  return matching(
    shops.map(({ id, name, region }) => ({ name: `${name} (${region})`, value: id })),
    filter,
  );
}

export async function searchWarehouses(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const warehouses = await tikTokShop().listWarehouses(await connectChosenShop(this));
  return matching(
    warehouses.map(({ id, name, type = '' }) => ({
      name: type === 'RETURN_WAREHOUSE' ? `${name} (returns)` : name,
      value: id,
    })),
    filter,
  );
}

const NEWEST = 50;

/** The newest returns, without a word about the shopper; typed text may also be the id of one. */
export async function searchReturnsToPick(
  this: ILoadOptionsFunctions,
  filter?: string,
): Promise<INodeListSearchResult> {
  const client = await connectChosenShop(this);
  const typed = filter?.trim() ?? '';
  const found = /^\d{10,}$/.test(typed)
    ? await tikTokShop().searchReturns(client, { returnIds: [typed] })
    : await tikTokShop().searchReturns(client, { sortBy: 'update_time', order: 'DESC', limit: NEWEST });
  return matching(
    found.map(({ tiktokReturn: { id, orderId, status, units } }) => ({
      name: [orderId, units[0]?.title ?? '', status.toLowerCase().replaceAll('_', ' ')].filter(Boolean).join(' · '),
      value: id,
    })),
    typed,
  );
}

/** The reasons by which the chosen return or cancellation can be refused. */
export async function searchRejectReasons(
  this: ILoadOptionsFunctions,
  filter?: string,
): Promise<INodeListSearchResult> {
  const id = chosenId(this, 'returnId') ?? chosenId(this, 'cancelId');
  if (id === undefined) {
    throw new ReturnsError('invalid_input', 'No return is chosen', {
      description: 'Reasons belong to one return: choose it from its list first, or let the node find the reason.',
    });
  }
  const reasons = await tikTokShop().rejectReasons(await connectChosenShop(this), id);
  return matching(
    reasons.map(({ name, text }) => ({ name: text, value: name })),
    filter,
  );
}

function chosenId(context: ILoadOptionsFunctions, name: string): string | undefined {
  const value: unknown = context.getCurrentNodeParameter(name, { extractValue: true });
  return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}
