import { deductionOf } from './deduction';
import { ensureFacts } from './ensure-facts';
import type { LegalFacts } from './facts';
import { guaranteeOf, shortTermRejectOf } from './guarantee';
import { lawAt, type Enacted, type Law } from './law-at';
import { marketplaceRightOf } from './marketplace';
import type { Place } from './place';
import { guaranteeRefundOf, noOutboundRefund, outboundRefundOf, sendBackOf, withdrawalRefundOf } from './refunds';
import { isProtected, type Finding, type LineRights, type Rights } from './rights';
import type { LawRule } from './rules';
import { nothing } from './standing';
import { undisclosedPolicyOf } from './undisclosed-policy';
import { withdrawalOf } from './withdrawal';

/**
 * What the law grants the shopper, whatever the merchant's policy says. Pure: the same facts, the same rights.
 * Where a country's law is not in this package, every right is `none` and `jurisdictions` is empty.
 * @throws ReturnsError `invalid_input` when a fact cannot be reckoned with
 */
export function rightsOf(facts: LegalFacts): Rights {
  const zone = ensureFacts(facts);
  const law = lawAt(facts.consumerCountry, facts.region, zone.dayOf(facts.contractAt));
  const place: Place = { law, zone };
  const lines = facts.lines.map((line): LineRights => ({
    lineId: line.id,
    withdrawal: withdrawalOf(place, facts, line),
    guarantee: guaranteeOf(place, facts, line),
    shortTermReject: shortTermRejectOf(place, facts, line),
    undisclosedPolicy: undisclosedPolicyOf(place, facts),
    marketplace: marketplaceRightOf(place, facts, line),
    deduction: deductionOf(law, facts, line),
  }));
  const withdraws = lines.some(({ withdrawal }) => isProtected(withdrawal));
  const claims = lines.some(({ guarantee }) => isProtected(guarantee));
  const isConsumer = facts.isConsumer !== false;
  return {
    jurisdictions: law.jurisdictions,
    lines,
    outbound: withdraws ? outboundRefundOf(place, facts) : noOutboundRefund,
    withdrawalRefund: withdraws ? withdrawalRefundOf(place, facts) : undefined,
    guaranteeRefund: claims ? guaranteeRefundOf(place, facts) : undefined,
    sendBack: withdraws ? sendBackOf(place, facts) : undefined,
    creditNeedsConsent: finding(withdraws, law.sameMeans),
    feeForbidden: finding(withdraws, law.noOtherCharge),
    noWaiver: finding(withdraws, law.noWaiver),
    lateSurcharges: isConsumer ? surchargesOf(law) : nothing,
    duties: isConsumer ? law.duties : nothing,
  };
}

const surchargesOf = ({ lateSurcharges }: Law): Rights['lateSurcharges'] =>
  lateSurcharges.map(({ schedule, says }) => ({ schedule, statement: says }));

const not: Finding = { yes: false, statements: nothing };

const finding = (applies: boolean, rule: Enacted<LawRule> | undefined): Finding =>
  applies && rule !== undefined ? { yes: true, statements: rule.saying } : not;
