import { KEPT_FAILURES, type Case, type Dossier } from './case';
import { defined } from './defined';
import { ReturnsError } from './errors';
import type { CaseEvent, Opened } from './events';

/** The case as its first event tells it. */
function openedDossier(opened: Opened, at: string): Dossier {
  const { id, rma, request, order, shop, references } = opened;
  const lines = request.lines.map((line) => {
    const ordered = order.lines.find(({ id: lineId }) => lineId === line.orderLineId);
    return {
      orderLineId: line.orderLineId,
      ...(ordered?.sku !== undefined && { sku: ordered.sku }),
      title: ordered?.title ?? line.orderLineId,
      ...(ordered?.variantTitle !== undefined && { variantTitle: ordered.variantTitle }),
      reason: line.reason,
      requested: line.quantity,
      approved: 0,
      received: 0,
      restocked: 0,
      writtenOff: 0,
    };
  });
  return {
    request,
    order,
    ...(shop && { shop }),
    case: {
      id,
      rma,
      version: 1,
      channel: request.channel,
      externalId: request.externalId,
      orderId: order.id,
      orderName: order.name,
      resolution: request.resolution,
      decision: 'requested',
      parcel: 'none',
      settlement: 'none',
      lines,
      references,
      failures: [],
      openedAt: at,
      updatedAt: at,
    },
  };
}

/**
 * Applies one event to a case. The event log is the truth; the stored case is only its fold.
 * @param dossier the case before the event, undefined for the first one
 */
export function applyEvent(
  dossier: Dossier | undefined,
  event: Pick<CaseEvent, 'at' | 'version' | 'opened' | 'change'>,
): Dossier {
  if (event.opened) return openedDossier(event.opened, event.at);
  if (dossier === undefined) {
    throw new ReturnsError('storage_failed', 'The first event of a case is missing', {
      description: 'Restore the ledger from a backup; the event log is damaged.',
    });
  }
  const { request, order, chapters, failure, references, evidence, step: _step, ...facets } = event.change;
  const current: Case = {
    ...dossier.case,
    ...defined(facets),
    references: { ...dossier.case.references, ...references },
    failures: failure ? [failure, ...dossier.case.failures].slice(0, KEPT_FAILURES) : dossier.case.failures,
    ...(evidence && { evidence: [...(dossier.case.evidence ?? []), evidence] }),
    version: event.version,
    updatedAt: event.at,
  };
  return { ...dossier, ...defined({ request, order }), ...defined(chapters ?? {}), case: current };
}

/** Folds a whole log of one case. */
export function foldEvents(events: readonly CaseEvent[]): Dossier | undefined {
  return events.reduce<Dossier | undefined>(applyEvent, undefined);
}
