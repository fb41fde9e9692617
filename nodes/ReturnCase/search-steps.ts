import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openLedger } from '../shared/ledger-access';
import { chosenCase } from '../shared/picked-case';

/** The steps of the chosen case for the picker; those that are done have nothing left to pick. */
export async function searchSteps(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const ledger = await openLedger(this);
  const { case: chosen } = await ledger.getCase(chosenCase(this));
  const wanted = filter?.toLowerCase() ?? '';
  const steps = await ledger.steps(chosen.id);
  return {
    results: steps
      .filter(({ step, status }) => status !== 'done' && step.toLowerCase().includes(wanted))
      .map(({ step, status, attempts }) => ({ name: `${step} (${status}, attempt ${attempts})`, value: step })),
  };
}
