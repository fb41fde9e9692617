import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openLedger } from '../shared/ledger-access';
import { chosenCase } from '../shared/picked-case';

/** What is attached to the chosen case, for the picker. */
export async function searchEvidence(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const { case: chosen } = await (await openLedger(this)).getCase(chosenCase(this));
  const wanted = filter?.toLowerCase() ?? '';
  return {
    results: (chosen.evidence ?? [])
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(({ id, name, mimeType }) => ({ name: `${name} (${mimeType})`, value: id })),
  };
}
