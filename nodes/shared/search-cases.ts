import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Dossier } from '../../lib/returns';
import { openLedger } from './ledger-access';

const PAGE_SIZE = 50;

/** Cases for the picker, the newest change first. Typed text is the beginning of an RMA number or of an order's name. */
export async function searchCases(
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
): Promise<INodeListSearchResult> {
  const ledger = await openLedger(this);
  const text = filter?.trim() ?? '';
  const { items, next } = await ledger.findCases(
    { ...(text !== '' && { text }) },
    { limit: PAGE_SIZE, ...(paginationToken !== undefined && { cursor: paginationToken }) },
  );
  return {
    results: items.map((dossier) => ({ name: nameOf(dossier), value: dossier.case.id })),
    ...(next !== undefined && { paginationToken: next }),
  };
}

/** What tells two cases apart, without a word about the shopper. */
function nameOf({ case: { rma, orderName, decision, parcel, settlement } }: Dossier): string {
  const states = [decision, parcel, settlement].filter((state) => state !== 'none');
  return [rma, orderName, states.map((state) => state.replaceAll('_', ' ')).join(', ')].join(' · ');
}
