import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';
import type { CaseKey } from '../../lib/ledger';
import { tikTokShop } from '../shared/shops';
import { caseItem } from '../shared/case-item';

/** The news as an item: beside the case that it is about, where there is one. */
export function newsItem(context: ITriggerFunctions, news: IDataObject, onlyKnown: boolean): Promise<IDataObject[]> {
  return caseItem(context, caseKeys(news), { tiktokShop: news }, onlyKnown);
}

function caseKeys({ returnId, cancelId }: IDataObject): CaseKey[] {
  const ways = (id: unknown, name: string): CaseKey[] =>
    typeof id === 'string'
      ? [{ channel: tikTokShop().channel, externalId: id }, { reference: { name, value: id } }]
      : [];
  return [...ways(returnId, 'tiktokReturn'), ...ways(cancelId, 'tiktokCancellation')];
}
