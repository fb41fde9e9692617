import {
  defaultRiskSettings,
  meaningOf,
  riskScoreSchema,
  scoreRisk,
  signalNames,
  type RiskInput,
  type RiskSettings,
} from '../../../../lib/policy/risk';
import { daysAgo, history, input, kept, order, past, pastLine, request } from './support';

/** Somebody whose third claim this is, with a box that was empty before. */
function suspicious(): RiskInput {
  const of = order('now');
  const returns = [
    past('claim-1', { lines: [pastLine({ reason: 'other', claim: 'not_received' })] }),
    past('claim-2', { lines: [pastLine({ reason: 'other', claim: 'not_received' })] }),
    past('swap', { lines: [pastLine({ found: [{ grade: 'wrong_item' }] })] }),
    past('swap-2', { lines: [pastLine({ found: [{ grade: 'missing' }] })] }),
  ];
  return input({
    order: of,
    request: request(of, [{ reason: 'other', subReason: 'not received' }]),
    history: history({ returns }),
  });
}

const settings = (change: Partial<RiskSettings>): RiskSettings => ({ ...defaultRiskSettings, ...change });

describe('a risk score', () => {
  it('names each point with its weight, what it saw, and a sentence, the largest first', () => {
    const { score, level, points } = scoreRisk(suspicious());
    expect(points).toEqual([
      {
        signal: 'not_received_claims',
        points: 45,
        weight: 45,
        saw: { orders: 5, claims: 3, percentAtLeast: 27 },
        text: 'Of 5 orders, 3 are said not to have arrived although the carrier delivered them.',
      },
      {
        signal: 'swapped_goods',
        points: 45,
        weight: 45,
        saw: { orders: 5, swapped: 2, percentAtLeast: 14 },
        text: 'In the returns of 2 of 5 orders the inspection found other goods, or none.',
      },
    ]);
    expect({ score, level }).toEqual({ score: 90, level: 'high' });
  });

  it('is the sum of its points, and 100 at the most', () => {
    const weights = { ...defaultRiskSettings.weights, swapped_goods: 100, not_received_claims: 100 };
    expect(scoreRisk(suspicious(), settings({ weights })).score).toBe(100);
  });

  it('is 0 and low for a first return of which nothing is known', () => {
    const { score, level, points, confidence } = scoreRisk(input());
    expect({ score, level, points, confidence }).toEqual({
      score: 0,
      level: 'low',
      points: [],
      confidence: { level: 'low', orders: 1, returns: 1 },
    });
  });

  it.each([
    [30, 'medium'],
    [91, 'low'],
  ])('takes its levels from the policy: medium from %d on is %s', (medium, level) => {
    expect(scoreRisk(suspicious(), settings({ levels: { medium, high: 95 } })).level).toBe(level);
  });

  it('leaves a signal out whose weight is 0', () => {
    const weights = { ...defaultRiskSettings.weights, not_received_claims: 0 };
    const { score, points } = scoreRisk(suspicious(), settings({ weights }));
    expect(score).toBe(45);
    expect(points.map(({ signal }) => signal)).toEqual(['swapped_goods']);
  });

  it.each([
    [1, 'low'],
    [4, 'medium'],
    [20, 'high'],
  ])('of %d earlier orders has %s confidence', (count, level) => {
    expect(scoreRisk(input({ history: history({ orders: kept(count) }) })).confidence.level).toBe(level);
  });

  it('counts the return at hand once, though the ledger has it already', () => {
    const of = input();
    const itself = past('now', { id: of.request.externalId, days: 0 });
    expect(scoreRisk({ ...of, history: history({ returns: [itself] }) })).toEqual(scoreRisk(of));
  });

  it('does not look at what came after the request', () => {
    const of = suspicious();
    const later = past('later', { days: -1, lines: [pastLine({ reason: 'other', claim: 'not_received' })] });
    const orders = [{ id: 'later-order', placedAt: daysAgo(-2), units: 1 }];
    const known = of.history ?? history();
    expect(scoreRisk({ ...of, history: { ...known, orders, returns: [...known.returns, later] } })).toEqual(
      scoreRisk(of),
    );
  });

  it('fits its schema', () => {
    const score = scoreRisk(suspicious());
    expect(riskScoreSchema.parse(score)).toEqual(score);
  });
});

describe('the weights', () => {
  it('let no signal alone reach the level high', () => {
    const most = Math.max(...Object.values(defaultRiskSettings.weights));
    expect(most).toBeLessThan(defaultRiskSettings.levels.high);
  });

  it.each(signalNames)('say in words what %s is', (signal) => {
    expect(meaningOf(signal)).toMatch(/^[A-Z].{15,}/);
  });
});
