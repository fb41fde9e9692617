import { diffPolicies, evaluatePolicy, parsePolicy } from '../../../../lib/policy';
import { policies, stories } from '../arbitrary-policy';
import { facts, now } from '../facts';
import { fc, runs } from '../../../support/properties';
import { applyDiff, byId } from './apply-diff';

describe('every policy', () => {
  it('differs from itself in nothing', () => {
    fc.assert(
      fc.property(policies, (document) => {
        expect(diffPolicies(parsePolicy(document), parsePolicy(structuredClone(document)))).toEqual([]);
      }),
      runs(200),
    );
  });

  it('becomes the later version when everything is done that the diff says', () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        const [before, after] = [parsePolicy(one), parsePolicy(other)];
        expect(applyDiff(before, diffPolicies(before, after))).toEqual(byId(after));
      }),
      runs(300),
    );
  });

  it('is told with one sentence for each change, and no two alike at one place', () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        const diff = diffPolicies(parsePolicy(one), parsePolicy(other));
        const told = diff.map(({ path, kind, words }) => `${path} ${kind} ${words}`);
        expect(new Set(told).size).toBe(told.length);
        for (const { words } of diff) expect(words).toMatch(/^[^a-z].*[.?!]$/su);
        expect(diff.map(({ words }) => words).join(' ')).not.toMatch(/undefined|NaN|\[object/);
      }),
      runs(200),
    );
  });

  it('decides the same where rules moved and the diff has nothing to tell', () => {
    let untold = 0;
    fc.assert(
      fc.property(policies, fc.nat(5), stories, (document, shift, story) => {
        const before = parsePolicy(document);
        const turn = <R>(rules: readonly R[] = []): R[] => [...rules.slice(shift), ...rules.slice(0, shift)];
        const after = parsePolicy({
          ...document,
          windows: { ...document.windows, rules: turn(document.windows.rules) },
          exclusions: turn(document.exclusions),
          fees: { ...document.fees, rules: turn(document.fees?.rules) },
          cases: turn(document.cases),
          routing: turn(document.routing),
          keepItem: turn(document.keepItem),
        });
        if (diffPolicies(before, after).length > 0) return;
        untold += 1;
        const input = facts(story);
        const told = ({ outcome, refundable, fee, windowEndsAt, keepItem }: ReturnType<typeof evaluatePolicy>) => ({
          outcome,
          refundable,
          fee,
          windowEndsAt,
          kept: keepItem?.keep,
        });
        const [a, b] = [before, after].map((policy) => told(evaluatePolicy(policy, input, now, { trace: 'none' })));
        expect(a).toEqual(b);
      }),
      runs(600),
    );
    expect(untold).toBeGreaterThan(100);
  });
});
