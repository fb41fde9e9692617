import { ensureFacts } from './ensure-facts';
import type { LegalFacts, LegalLine } from './facts';
import { guaranteeOf, shortTermRejectOf } from './guarantee';
import { lawAt, type Law } from './law-at';
import { marketplaceRightOf } from './marketplace';
import type { Place } from './place';
import type { Guarantee, MarketplaceRight, Right, Statement, Withdrawal } from './rights';
import { undisclosedPolicyOf } from './undisclosed-policy';
import { withdrawalOf } from './withdrawal';

/** The rights of one line, as `rightsOf` gives them, each worked out when it is asked for. */
export class LineRightsOnDemand {
  #withdrawal: Withdrawal | undefined;

  constructor(
    readonly place: Place,
    readonly facts: LegalFacts,
    readonly line: LegalLine,
  ) {}

  get withdrawal(): Withdrawal {
    this.#withdrawal ??= withdrawalOf(this.place, this.facts, this.line);
    return this.#withdrawal;
  }

  get undisclosedPolicy(): Right {
    return undisclosedPolicyOf(this.place, this.facts);
  }

  get marketplace(): MarketplaceRight {
    return marketplaceRightOf(this.place, this.facts, this.line);
  }

  get guarantee(): Guarantee {
    return guaranteeOf(this.place, this.facts, this.line);
  }

  get shortTermReject(): Guarantee {
    return shortTermRejectOf(this.place, this.facts, this.line);
  }
}

/**
 * What decisions turn on, and no more: most of them on one right of one line, while `rightsOf` works out everything
 * that can be said of an order. A test holds both against each other.
 */
export class RightsOnDemand {
  readonly #place: Place;
  readonly #law: Law;

  /** @throws ReturnsError `invalid_input` when a fact cannot be reckoned with */
  constructor(readonly facts: LegalFacts) {
    const zone = ensureFacts(facts);
    this.#law = lawAt(facts.consumerCountry, facts.region, zone.dayOf(facts.contractAt));
    this.#place = { law: this.#law, zone };
  }

  ofLine(index: number): LineRightsOnDemand | undefined {
    const line = this.facts.lines[index];
    return line && new LineRightsOnDemand(this.#place, this.facts, line);
  }

  /** What forbids to keep a fee for anything but the way back, where there is a withdrawal. */
  get forbidsFees(): Statement | undefined {
    return this.#law.noOtherCharge?.says;
  }
}
