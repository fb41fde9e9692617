import type { IDataObject } from 'n8n-workflow';
import type { CaseKey, Ledger } from '../../lib/ledger';
import { isReturnsError, type Dossier } from '../../lib/returns';
import { asJson } from './case-access';
import { openLedger } from './ledger-access';
import type { LedgerContext } from './ledger-location';

/**
 * A provider's news with the case it belongs to.
 * @param context of the trigger that got the news
 * @param keys ways to find the case; the first that finds one counts
 * @param onlyKnown whether news of no case is passed over
 */
export async function caseItem(
  context: LedgerContext,
  keys: readonly CaseKey[],
  news: Record<string, object>,
  onlyKnown: boolean,
): Promise<IDataObject[]> {
  const dossier = await firstCase(await openLedger(context), keys);
  if (dossier === undefined && onlyKnown) return [];
  return [{ ...(dossier && asJson(dossier)), ...asJson(news) }];
}

async function firstCase(ledger: Ledger, [key, ...others]: readonly CaseKey[]): Promise<Dossier | undefined> {
  if (key === undefined) return undefined;
  try {
    return await ledger.getCase(key);
  } catch (error) {
    if (isReturnsError(error) && error.code === 'not_found') return firstCase(ledger, others);
    return Promise.reject(error as Error);
  }
}
