import {
  rightsOf,
  RightsOnDemand,
  type LegalFacts,
  type LineRights,
  type LineRightsOnDemand,
  type Right,
  type Rights,
  type Statement,
} from '../law';
import { isShopAtFault } from './find-line';
import type { LineFindings, RequestFindings } from './findings';
import { legalFactsOf } from './legal-facts';

/** What the law grants for a request; asked only when a rule of the merchant would be harsher than its absence. */
export class LawView {
  #facts: LegalFacts | undefined;
  #rights: Rights | undefined;
  #onDemand: RightsOnDemand | undefined;

  constructor(readonly findings: RequestFindings) {}

  get facts(): LegalFacts {
    this.#facts ??= legalFactsOf(this.findings);
    return this.#facts;
  }

  /** Everything that can be said, for the whole answer. */
  get rights(): Rights {
    this.#rights ??= rightsOf(this.facts);
    return this.#rights;
  }

  ofLine(index: number): LineRights | undefined {
    return this.rights.lines[index];
  }

  /** The same rights, one by one, for the decision alone. */
  get onDemand(): RightsOnDemand {
    this.#onDemand ??= new RightsOnDemand(this.facts);
    return this.#onDemand;
  }
}

/** The rights under which goods can be sent back, whatever the policy says: the first that is open, else undecided. */
export function protectionOf(rights: LineRightsOnDemand, line: LineFindings): Right | undefined {
  const { withdrawal } = rights;
  if (withdrawal.status === 'open') return withdrawal;
  const { undisclosedPolicy } = rights;
  if (undisclosedPolicy.status === 'open') return undisclosedPolicy;
  const { marketplace } = rights;
  const counts = !marketplace.forDefectsOnly || isShopAtFault(line.entry);
  if (counts && marketplace.status === 'open') return marketplace;
  if (withdrawal.status === 'undecided') return withdrawal;
  if (undisclosedPolicy.status === 'undecided') return undisclosedPolicy;
  return counts && marketplace.status === 'undecided' ? marketplace : undefined;
}

/** The right to goods that conform: a remedy is owed, whether it is a refund is for a person. */
export function remedyOf(rights: LineRightsOnDemand, line: LineFindings): Right | undefined {
  if (!isShopAtFault(line.entry)) return undefined;
  const { shortTermReject } = rights;
  if (isOwed(shortTermReject)) return shortTermReject;
  const { guarantee } = rights;
  return isOwed(guarantee) ? guarantee : undefined;
}

const isOwed = ({ status }: Right): boolean => status === 'open' || status === 'undecided';

/** What a right rests on; every right that is open or undecided rests on something. */
export const groundOf = ({ statements }: Right): Statement | undefined => statements[0];
