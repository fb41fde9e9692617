import { verifyLedger, type Ledger, type Step } from '../../lib/ledger';
import type { CaseEvent, Dossier, EventType } from '../../lib/returns';
import { allCases } from '../support/open-work';

/** A case as the ledger has it at the end. */
export interface SeenCase {
  readonly dossier: Dossier;
  readonly events: readonly Pick<CaseEvent, 'type'>[];
  readonly steps: readonly Pick<Step, 'step' | 'status'>[];
  /** Why the case is not what its events tell; undefined when it is. */
  readonly damage: string | undefined;
}

/** How far n8n has come: while this changes, something moves. */
export interface Movement {
  /** Events and webhook deliveries that are being worked, or wait for their turn or their next attempt. */
  readonly open: number;
  readonly lastChange: string | undefined;
}

export async function seenCases(ledger: Ledger): Promise<SeenCase[]> {
  const { faults } = await verifyLedger(ledger);
  const dossiers = await allCases(ledger);
  return Promise.all(
    dossiers.map(async (dossier) => {
      const { id } = dossier.case;
      return {
        dossier,
        events: await ledger.timeline(id),
        steps: await ledger.steps(id),
        damage: faults.find(({ caseId }) => caseId === id)?.message,
      };
    }),
  );
}

export const hasEvent = ({ events }: Pick<SeenCase, 'events'>, wanted: EventType): boolean =>
  events.some(({ type }) => type === wanted);

export async function movementIn(ledger: Ledger): Promise<Movement> {
  const lags = await ledger.consumers();
  const loads = await ledger.inboxLoads();
  const behind = lags.reduce((sum, lag) => sum + lag.behind, 0);
  const newest = await ledger.findCases({}, { limit: 1 });
  return {
    open: [...lags, ...loads].reduce((sum, { inFlight, waiting }) => sum + inFlight + waiting, behind),
    lastChange: newest.items[0]?.case.updatedAt,
  };
}

export async function givenUp(ledger: Ledger): Promise<number> {
  return [...(await ledger.consumers()), ...(await ledger.inboxLoads())].reduce((sum, { dead }) => sum + dead, 0);
}
