import type { Dossier } from '../../returns';
import { instantOf } from '../facts/times';
import type { PastReturn } from './history';
import { linkKeysOf, type LinkKeys } from './links/link-keys';
import { pastReturnOf } from './past-return';
import type { RiskSettings } from './settings';
import { isSwapped, isUnproved, lightnessOf } from './view';

/** A case as an index keeps it: figures and digests. */
export interface IndexedCase {
  readonly id: string;
  readonly channel: string;
  readonly externalId: string;
  readonly keys: LinkKeys;
  readonly requestedAt: number;
  readonly inspectedAt: number | undefined;
  readonly scannedAt: number | undefined;
  readonly orderCount: number | undefined;
  readonly entry: PastReturn;
}

export function indexedCase(dossier: Dossier, hashKey: string, settings: RiskSettings): IndexedCase {
  const { case: current, request, order, inspection, tracking } = dossier;
  return {
    id: current.id,
    channel: request.channel,
    externalId: request.externalId,
    keys: linkKeysOf(order, hashKey),
    requestedAt: instantOf(request.requestedAt, 'request.requestedAt'),
    inspectedAt: inspection && instantOf(inspection.inspectedAt, 'inspection.inspectedAt'),
    scannedAt: tracking && instantOf(tracking.at, 'tracking.at'),
    orderCount: order.customer.orders,
    entry: pastReturnOf(dossier, settings.claims),
  };
}

/** What was known of the case at an instant: what the bench and the scales found later is left out. */
export function knownAt({ entry, inspectedAt = 0, scannedAt = 0 }: IndexedCase, at: number): PastReturn {
  if (inspectedAt <= at && scannedAt <= at) return entry;
  const { scannedGrams, ...rest } = entry;
  return {
    ...rest,
    ...(scannedGrams !== undefined && scannedAt <= at && { scannedGrams }),
    lines: inspectedAt <= at ? entry.lines : entry.lines.map((line) => ({ ...line, found: [] })),
  };
}

/** Whether a return gives reason to look at others of the same address: a claim, swapped goods, an empty box. */
export const hasFinding = (entry: PastReturn, { thresholds }: RiskSettings): boolean =>
  entry.decision !== 'cancelled' &&
  (lightnessOf(entry, thresholds.emptyBox) >= 0.5 ||
    entry.lines.some((line) => line.claim === 'not_received' || isUnproved(line) || isSwapped(line)));
