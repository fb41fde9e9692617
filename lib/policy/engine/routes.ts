import { outcomes, type Outcome } from '../../returns';
import type { RoutingRule } from '../document/routing';
import type { CompiledRule } from './compile-policy';

type Route = CompiledRule<RoutingRule>;

const caution = (outcome: Outcome): number => outcomes.indexOf(outcome);

/** Whether the first rule goes before the second: by its priority, then by the more cautious outcome. */
const goesBefore = (first: RoutingRule, second: RoutingRule): boolean =>
  first.priority !== second.priority
    ? first.priority > second.priority
    : caution(first.outcome) > caution(second.outcome);

/**
 * The rule that decides. Of equals the one that comes first in the document gives its name; the outcome does not depend
 * on the order.
 */
export function chooseRoute(held: readonly Route[]): Route | undefined {
  let route: Route | undefined;
  for (const candidate of held) {
    if (route === undefined || goesBefore(candidate.rule, route.rule)) route = candidate;
  }
  return route;
}

/** The open rules that would decide instead if they held. */
export const undecidedBy = (route: Route | undefined, open: readonly Route[]): readonly Route[] =>
  open.filter(({ rule }) => (route === undefined ? rule.outcome !== 'approve' : goesBefore(rule, route.rule)));

/**
 * Whether a threshold of risk has its way beside a route: it adds a review and nothing else, so that it lifts no refusal
 * and no question, and a fast lane of higher priority goes before it.
 */
export const addsReview = (threshold: Route, route: Route | undefined): boolean =>
  route === undefined ||
  (route.rule.priority <= threshold.rule.priority && caution(route.rule.outcome) <= caution(threshold.rule.outcome));
