import type { RiskInput } from './input';
import type { RiskPoint, RiskScore } from './score';
import { defaultRiskSettings, type RiskSettings } from './settings';
import { signalNames, type SignalName } from './signal-names';
import { signals } from './signals';
import { isSight } from './signals/signal';
import { riskView, type RiskView } from './view';

const MOST = 100;
/** Orders from which on a score rests on something. */
const SOME_ORDERS = 3;
const MANY_ORDERS = 10;

/**
 * Says how much of what is known speaks against a return, 0 to 100, and what it is. The points of all signals are
 * added up. Reads nothing but its arguments: the same ones give the same score. Who the shopper is (name, language,
 * country, address) is never looked at.
 *
 * A score may send a return to a person. It never refuses one: that is for the policy engine, which only has a rule
 * for review.
 * @param settings the part `risk` of a policy
 * @throws ReturnsError `invalid_input` for a time that cannot be read
 */
export function scoreRisk(input: RiskInput, settings: RiskSettings = defaultRiskSettings): RiskScore {
  const view = riskView(input, settings);
  const points: RiskPoint[] = [];
  const unknown: { signal: SignalName; needs: string[] }[] = [];
  let sum = 0;
  for (const signal of signalNames) {
    const look = signals[signal](view);
    if (!isSight(look)) {
      if (look.needs.length > 0) unknown.push({ signal, needs: [...look.needs] });
      continue;
    }
    const weight = settings.weights[signal];
    const added = Math.round(weight * look.severity);
    if (added === 0) continue;
    sum += added;
    points.push({ signal, points: added, weight, saw: look.saw, text: look.text() });
  }
  const score = Math.min(MOST, sum);
  return {
    score,
    level: levelOf(score, settings),
    confidence: confidenceOf(view),
    points: points.sort((one, other) => other.points - one.points),
    unknown,
  };
}

function levelOf(score: number, { levels }: RiskSettings): RiskScore['level'] {
  if (score >= levels.high) return 'high';
  return score >= levels.medium ? 'medium' : 'low';
}

/** By how many orders are known of: with few, most signals cannot tell chance from habit and stay small. */
function confidenceOf({ orders, orderCount, returns }: RiskView): RiskScore['confidence'] {
  const count = orderCount ?? orders.length;
  const level = count >= MANY_ORDERS ? 'high' : count >= SOME_ORDERS ? 'medium' : 'low';
  return { level, orders: count, returns };
}
