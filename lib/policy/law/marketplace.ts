import { judgeExceptions } from './exceptions';
import { isInEuropeanEconomicArea } from './packs';
import { marketplaceRules } from './packs/marketplaces';
import type { LegalFacts, LegalLine } from './facts';
import type { Place } from './place';
import type { MarketplaceRight, Right, Statement } from './rights';
import type { MarketplaceRule } from './rules';
import { arrivalOf, noRight, nothing, standing } from './standing';

const noPromise: MarketplaceRight = { ...noRight(), forDefectsOnly: false };

/**
 * What a marketplace promises the buyers of its sellers: a floor by contract, for that channel only.
 * Goods that the law takes out of withdrawal are out of its change-of-mind window too.
 */
export function marketplaceRightOf({ law, zone }: Place, facts: LegalFacts, line: LegalLine): MarketplaceRight {
  const market = facts.market ?? facts.consumerCountry;
  const rule = marketplaceRules.find((each) => each.channel === facts.channel && isSoldIn(each, market));
  if (rule === undefined) return noPromise;
  const { forDefectsOnly } = rule;
  const says = statementOf(rule);
  const arrival = arrivalOf(facts, line);
  const endsAt = zone.endOf(zone.dayOf(arrival.at) + rule.days);
  const stand = standing(facts.requestedAt, endsAt, arrival.guessed);
  const right: Right = { ...stand, endsAt, assumed: nothing, returnCost: 'unknown', statements: [says] };
  if (stand.status === 'ended') return { ...right, forDefectsOnly };
  if (rule.onlyNew === true && line.condition !== undefined && line.condition !== 'new') {
    return { ...right, status: 'excepted', needs: nothing, forDefectsOnly };
  }
  if (forDefectsOnly) return { ...right, forDefectsOnly };
  const exception = judgeExceptions(law, line);
  if (exception.status === 'no_exception') return { ...right, forDefectsOnly };
  const needs = exception.status === 'undecided' ? [...stand.needs, ...exception.needs] : nothing;
  return { ...right, status: exception.status, needs, statements: [says, ...exception.statements], forDefectsOnly };
}

const isSoldIn = ({ markets }: MarketplaceRule, market: string | undefined): boolean =>
  market !== undefined && (markets.includes(market) || (markets.includes('EEA') && isInEuropeanEconomicArea(market)));

const statements = new Map<MarketplaceRule, Statement>();

function statementOf(rule: MarketplaceRule): Statement {
  const { ruleId, channel, article, source, effectiveFrom, text } = rule;
  const says = statements.get(rule) ?? { ruleId, jurisdiction: channel, article, source, effectiveFrom, text };
  statements.set(rule, says);
  return says;
}
