import type { INodeExecutionData } from 'n8n-workflow';
import type { Delivery } from '../../lib/ledger';
import { asJson } from '../shared/case-access';

/** The whole dossier, and the event that brought it. */
export function itemOf({ event, dossier }: Delivery): INodeExecutionData {
  const { seq, type, at, actor, note } = event;
  return { json: { event: { seq, type, at, actor, ...(note !== undefined && { note }) }, ...asJson(dossier) } };
}
