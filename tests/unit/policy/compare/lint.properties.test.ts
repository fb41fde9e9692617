import {
  evaluatePolicy,
  lintPolicy,
  parsePolicy,
  type LintFinding,
  type LintId,
  type Policy,
  type PolicyDocument,
} from '../../../../lib/policy';
import { policies, stories } from '../arbitrary-policy';
import { facts, now, type Story } from '../facts';
import { fc, runs } from '../../../support/properties';

/** A policy without one of its rules, named as in the trace. */
function without(document: PolicyDocument, name: string): PolicyDocument {
  const [part = '', ...rest] = name.split('.');
  const id = rest.join('.');
  const keep = <R extends { id: string }>(of: string, rules: readonly R[] = []): R[] =>
    rules.filter((rule) => part !== of || rule.id !== id);
  const { windows, fees } = document;
  return {
    ...document,
    windows: {
      ...windows,
      rules: keep('window', windows.rules),
      extensions: keep('extension', windows.extensions),
    },
    exclusions: keep('exclusion', document.exclusions),
    itemConditions: keep('condition', document.itemConditions),
    fees: { ...fees, rules: keep('fee', fees?.rules) },
    cases: keep('case', document.cases),
    routing: keep('routing', document.routing),
    keepItem: keep('keep', document.keepItem),
  };
}

/** What a decision comes to, without the names of rules. */
function answerOf(policy: Policy, story: Story) {
  const decision = evaluatePolicy(policy, facts(story), now);
  const { outcome, refundable, fee, windowEndsAt, keepItem, lane, missing, lines, trace } = decision;
  return { told: { outcome, refundable, fee, windowEndsAt, kept: keepItem?.keep, lane }, missing, lines, trace };
}

/** Calls back for each finding of some kinds about a rule, with requests to try it on; says how many there were. */
function eachFinding(
  ids: readonly LintId[],
  check: (document: PolicyDocument, policy: Policy, finding: LintFinding & { rule: string }, told: Story[]) => void,
): number {
  let found = 0;
  fc.assert(
    fc.property(policies, fc.array(stories, { minLength: 4, maxLength: 4 }), (document, told) => {
      const policy = parsePolicy(document);
      for (const finding of lintPolicy(policy, { countries: ['FR'] })) {
        const { id, rule } = finding;
        if (!ids.includes(id) || rule === undefined) continue;
        found += 1;
        check(document, policy, { ...finding, rule }, told);
      }
    }),
    runs(120),
  );
  return found;
}

describe('a rule that is called out of reach', () => {
  it('never decides', () => {
    const found = eachFinding(['unreachable', 'never_holds'], (_document, policy, { rule, id }, told) => {
      for (const story of told) {
        const { trace } = answerOf(policy, story);
        const entries = trace.filter((entry) => entry.rule === rule);
        // An exclusion that never holds may still be asked about, where its facts are not known.
        expect(entries.filter(({ decided, missing }) => decided && missing === undefined)).toEqual([]);
        if (id === 'never_holds')
          expect(entries.filter(({ held, missing }) => held && missing === undefined)).toEqual([]);
      }
    });
    expect(found).toBeGreaterThan(20);
  });

  it('changes nothing by going, where everything is known', () => {
    let compared = 0;
    const ids: LintId[] = ['unreachable', 'never_holds', 'redundant', 'no_effect'];
    eachFinding(ids, (document, policy, { rule }, told) => {
      const other = parsePolicy(without(document, rule));
      for (const story of told) {
        const [before, after] = [answerOf(policy, story), answerOf(other, story)];
        if (before.missing !== undefined || after.missing !== undefined) continue;
        compared += 1;
        expect(after.told).toEqual(before.told);
      }
    });
    expect(compared).toBeGreaterThan(50);
  });
});

it('a window for goods that are excluded anyway changes no outcome and no amount by going', () => {
  let compared = 0;
  eachFinding(['excluded_anyway'], (document, policy, { rule }, told) => {
    const other = parsePolicy(without(document, rule));
    for (const story of told) {
      const [before, after] = [answerOf(policy, story), answerOf(other, story)];
      if (before.missing !== undefined || after.missing !== undefined) continue;
      compared += 1;
      const { outcome, refundable, fee } = before.told;
      expect(after.told).toMatchObject({ outcome, refundable, fee });
    }
  });
  expect(compared).toBeGreaterThan(0);
});

it('a refusal that the law always overrules refuses no consumer there who would not be refused without it', () => {
  let tried = 0;
  fc.assert(
    fc.property(policies, fc.array(stories, { minLength: 5, maxLength: 5 }), fc.nat(14), (document, told, days) => {
      const short: PolicyDocument = { ...document, windows: { default: { days, from: 'delivery' } }, cases: [] };
      const policy = parsePolicy(short);
      const overruled = lintPolicy(policy, { countries: ['FR'] }).flatMap(({ id, rule }) =>
        id === 'law_overrules' && rule !== undefined && /^(exclusion|condition|routing)\./.test(rule) ? rule : [],
      );
      for (const rule of overruled) {
        const other = parsePolicy(without(short, rule));
        for (const story of told) {
          const its = facts({ ...story, country: 'FR' });
          if (its.order.customer.segments?.includes('b2b') === true) continue;
          const [before, after] = [policy, other].map((by) => evaluatePolicy(by, its, now, { trace: 'none' }).lines);
          for (const [index, { outcome, orderLineId }] of (before ?? []).entries()) {
            const line = its.order.lines.find(({ id }) => id === orderLineId);
            if (outcome !== 'reject' || (line?.traits ?? []).length > 0) continue;
            tried += 1;
            expect(after?.[index]?.outcome).toBe('reject');
          }
        }
      }
    }),
    runs(120),
  );
  expect(tried).toBeGreaterThan(0);
});
