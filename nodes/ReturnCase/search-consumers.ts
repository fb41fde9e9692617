import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openLedger } from '../shared/ledger-access';

/** The triggers that read the ledger, for the picker. */
export async function searchConsumers(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const wanted = filter?.toLowerCase() ?? '';
  const consumers = await (await openLedger(this)).consumers();
  return {
    results: consumers
      .map(({ consumer, title, dead }) => ({ name: `${title ?? consumer} (dead letters: ${dead})`, value: consumer }))
      .filter(({ name }) => name.toLowerCase().includes(wanted)),
  };
}
