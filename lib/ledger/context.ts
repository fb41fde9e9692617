import type { Appended } from './appended';
import type { ClaimMemory } from './claim-memory';
import type { Store } from './store';

/** The few lines that the ledger has to tell beyond its errors; n8n's logger fits. */
export interface LedgerLogger {
  warn(message: string, context?: Record<string, unknown>): void;
}

/** What every verb of the ledger works with. */
export interface LedgerContext {
  readonly store: Store;
  readonly clock: () => Date;
  /** Makes case ids: unique, and growing with time so that new cases sit together on disk. */
  readonly newId: () => string;
  readonly logger: LedgerLogger;
  readonly appended: Appended;
  /** Names this open ledger on the claims that it holds. */
  readonly owner: string;
  /** Whether an owner will never come back to its claims; no, where that cannot be known. */
  readonly isDead: (owner: string) => boolean;
  readonly claims: ClaimMemory;
  /** How long a step stays claimed without a heartbeat. */
  readonly stepLeaseMs: number;
}

/** An ISO instant `ms` from now; always UTC with milliseconds, so that instants sort as text. */
export const instantIn = ({ clock }: Pick<LedgerContext, 'clock'>, ms: number): string =>
  new Date(clock().getTime() + ms).toISOString();

export const instantNow = (context: Pick<LedgerContext, 'clock'>): string => instantIn(context, 0);
