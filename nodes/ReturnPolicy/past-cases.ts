import type { Ledger } from '../../lib/ledger';
import type { Dossier } from '../../lib/returns';
import type { Breath } from '../shared/breath';

/** The embedded ledger reads and parses a page in one go: small enough to fit into a stretch of a breath. */
const PAGE = 50;

export interface PastCases {
  /** ISO instant of the oldest. */
  readonly openedFrom: string;
  /** The newest ones are taken. */
  readonly most: number;
}

/**
 * Hands over past cases one by one. Everything else in the process has a turn after each page, however fast it was, and
 * between two cases where they take long.
 */
export async function forEachPastCase(
  ledger: Pick<Ledger, 'findCases'>,
  { openedFrom, most }: PastCases,
  turns: Breath,
  handle: (dossier: Dossier) => void,
): Promise<void> {
  let left = most;
  let cursor: string | undefined;
  do {
    const limit = Math.min(PAGE, left);
    const page = await ledger.findCases({ openedFrom }, { limit, ...(cursor !== undefined && { cursor }) });
    for (const dossier of page.items) {
      await turns.take();
      handle(dossier);
    }
    await turns.pause();
    left -= page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && left > 0);
}
