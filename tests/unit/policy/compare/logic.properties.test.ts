import { doesNotHold, isDenied } from '../../../../lib/policy/compare/logic/formula';
import { isSatisfiable } from '../../../../lib/policy/compare/logic/satisfiable';
import { conditions } from '../arbitrary-policy';
import { fc, runs } from '../../../support/properties';
import { answersOf, casesOf, implies, mayHold, meaning } from './truths';

it('a condition that can never hold holds for no request', () => {
  const cases = casesOf(150, 1);
  let found = 0;
  fc.assert(
    fc.property(conditions, conditions, (one, other) => {
      const condition = { all: [one, other] };
      if (mayHold(condition)) return;
      found += 1;
      expect(cases.filter((each) => answersOf(condition)(each) === 'yes')).toEqual([]);
    }),
    runs(1500),
  );
  expect(found).toBeGreaterThan(50);
});

it('one condition implies another for every request', () => {
  const cases = casesOf(150, 2);
  let found = 0;
  fc.assert(
    fc.property(conditions, conditions, fc.nat(3), (one, other, way) => {
      const narrow = way === 0 ? one : { all: [one, other] };
      const wide = way === 1 ? { any: [other, one] } : way === 2 ? { not: { not: one } } : other;
      if (!implies(narrow, wide)) return;
      found += 1;
      const [says, saysToo] = [answersOf(narrow), answersOf(wide)];
      expect(cases.filter((each) => says(each) === 'yes' && saysToo(each) !== 'yes')).toEqual([]);
    }),
    runs(1500),
  );
  expect(found).toBeGreaterThan(400);
});

it('holds, is denied, or is not known: one of the three for every request, as the engine says', () => {
  const cases = casesOf(40, 3);
  fc.assert(
    fc.property(conditions, (condition) => {
      const says = answersOf(condition);
      for (const each of cases) {
        const answer = says(each);
        if (answer === 'yes') expect(mayHold(condition)).toBe(true);
        if (answer === 'no') expect(isSatisfiable(isDenied(condition, meaning))).toBe(true);
        if (answer !== 'yes') expect(isSatisfiable(doesNotHold(condition, meaning))).toBe(true);
      }
    }),
    runs(400),
  );
});
