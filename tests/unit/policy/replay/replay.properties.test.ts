import { createReplay, evaluatePolicy, parsePolicy, replayPolicy, type ReplayCase } from '../../../../lib/policy';
import { policies, stories } from '../arbitrary-policy';
import { facts, now, policyDocument, type Story } from '../facts';
import { fc, runs } from '../../../support/properties';

const past = (story: Story): ReplayCase => facts(story);

describe('every replay', () => {
  it('changes nothing when the draft is the policy', () => {
    fc.assert(
      fc.property(policies, fc.array(stories, { minLength: 1, maxLength: 5 }), (document, told) => {
        const [current, draft] = [parsePolicy(document), parsePolicy(structuredClone(document))];
        const report = replayPolicy({ current, draft, now, cases: told.map((story) => past(story)) });
        expect(report).toMatchObject({ changed: 0, groups: [], sameByAnotherRule: 0 });
        for (const { refundable, fee } of report.money) {
          expect(refundable.before).toBe(refundable.after);
          expect(fee.before).toBe(fee.after);
        }
      }),
      runs(150),
    );
  });

  it('counts every case once, and has the sums of its decisions', () => {
    fc.assert(
      fc.property(policies, policies, fc.array(stories, { maxLength: 6 }), (one, other, told) => {
        const [current, draft] = [parsePolicy(one), parsePolicy(other)];
        const cases = told.map((story) => past(story));
        const report = replayPolicy({ current, draft, now, cases });
        const sum = (counts: readonly { cases: number }[]) => counts.reduce((all, { cases: count }) => all + count, 0);
        expect(report.cases).toBe(told.length);
        expect(report.same + report.changed + sum(report.unjudged)).toBe(told.length);
        expect(sum(report.outcomes)).toBe(report.same + report.changed);
        expect(sum(report.groups) + report.ungrouped).toBe(report.changed);
        const judged = cases.flatMap(({ request, order, history, risk }) => {
          if (request === undefined || order === undefined) return [];
          const [a, b] = [current, draft].map((by) => evaluatePolicy(by, { request, order, history, risk }, now));
          const isAsked = [a, b].some((it) => it?.outcome === 'needs_info' && (it.missing ?? []).length > 0);
          return isAsked ? [] : [[a?.refundable.amount ?? 0, b?.refundable.amount ?? 0] as const];
        });
        const [money] = report.money;
        expect(money?.refundable.before ?? 0).toBe(judged.reduce((all, [before]) => all + before, 0));
        expect(money?.refundable.after ?? 0).toBe(judged.reduce((all, [, after]) => all + after, 0));
      }),
      runs(200),
    );
  });

  it('keeps no more for a hundred thousand cases than for a thousand', () => {
    const rules = Array.from({ length: 40 }, (_, index) => ({
      id: `r${index}`,
      when: { 'line.sku': `s${index}` },
      days: index,
    }));
    const draft = parsePolicy(policyDocument({ windows: { default: { days: 30 }, rules } }));
    const replay = createReplay({
      current: parsePolicy(policyDocument({ windows: { default: { days: 30 } } })),
      draft,
      now,
    });
    const samples = Array.from({ length: 400 }, (_, index) =>
      past({
        country: 'JP',
        lines: [{ line: { sku: `s${index % 40}` } }],
        requestedAt: `2026-10-${10 + (index % 20)}T09:00:00Z`,
      }),
    );
    const run = (count: number): number => {
      for (let index = 0; index < count; index += 1) {
        const sample = samples[index % samples.length];
        if (sample !== undefined) replay.add({ ...sample, id: `RMA-${index}` });
      }
      return JSON.stringify(replay.report()).length;
    };
    const few = run(1000);
    const many = run(20_000);
    expect(replay.report().cases).toBe(21_000);
    expect(many - few).toBeLessThan(2000);
    const examples = replay.report().groups.flatMap((group) => group.examples);
    expect(examples.length).toBeLessThanOrEqual(200);
  });
});
