import { DAY_MS } from '../calendar/day';
import type { LegalFacts } from './facts';
import { lawAt, type Law } from './law-at';
import { packsOfParts } from './packs';
import type { Place } from './place';
import type { Right } from './rights';
import { noRight, nothing, standing, type Standing } from './standing';

const unknownRight = noRight();

/**
 * The return that a state of the US grants where the shop did not show its policy before the purchase.
 * A policy of which nobody says otherwise is taken as shown: shops that use this package have one.
 */
export function undisclosedPolicyOf({ law, zone }: Place, facts: LegalFacts): Right {
  if (facts.consumerCountry === undefined || facts.isConsumer === false) return unknownRight;
  const { undisclosedPolicies: own } = law;
  const isOfAnyState = own.length === 0 && facts.region === undefined;
  const rules = isOfAnyState ? rulesOfStates(facts.consumerCountry, facts.contractAt) : own;
  if (rules.length === 0) return unknownRight;
  const fitting = rules.filter(({ premises }) => premises.includes(facts.premises));
  const [first] = fitting;
  if (first === undefined) return unknownRight;
  if (facts.policyDisclosed === undefined) {
    return isOfAnyState ? unknownRight : { ...noRight(first.saying), assumed: ['policyDisclosed'] };
  }
  if (facts.policyDisclosed) return isOfAnyState ? unknownRight : noRight(first.saying);

  const longest = fitting.reduce((longer, rule) => (rule.days > longer.days ? rule : longer), first);
  const endsAt = zone.endOf(zone.dayOf(facts.contractAt) + longest.days);
  const stand = standing(facts.requestedAt, endsAt, false);
  if (isOfAnyState && stand.status === 'ended') return unknownRight;
  const { status, needs } = isOfAnyState ? wantsRegion : stand;
  return { status, needs, endsAt, assumed: nothing, returnCost: 'unknown', statements: longest.saying };
}

const wantsRegion: Standing = { status: 'undecided', needs: ['region'] };

/** Where only the country is known, the law of one of its states may grant it. */
function rulesOfStates(country: string, contractAt: number): Law['undisclosedPolicies'] {
  const states = packsOfParts(country);
  if (states.length === 0) return nothing;
  return states.flatMap(
    ({ jurisdiction }) =>
      lawAt(country, jurisdiction.slice(country.length + 1), Math.floor(contractAt / DAY_MS)).undisclosedPolicies,
  );
}
