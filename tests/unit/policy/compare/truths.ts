import { parsePolicy, type Condition } from '../../../../lib/policy';
import { zoneOf } from '../../../../lib/policy/calendar';
import { doesNotHold, holds, type Meaning } from '../../../../lib/policy/compare/logic/formula';
import { isSatisfiable } from '../../../../lib/policy/compare/logic/satisfiable';
import { askedLines } from '../../../../lib/policy/engine/asked-lines';
import { compileCondition, YES, NO } from '../../../../lib/policy/engine/condition';
import { policyCalendar } from '../../../../lib/policy/engine/policy-calendar';
import { FactSlots, Reading } from '../../../../lib/policy/engine/reading';
import { instantOf, type PolicyInput } from '../../../../lib/policy/facts';
import { stories } from '../arbitrary-policy';
import { facts, policyDocument } from '../facts';
import { fc } from '../../../support/properties';

const policy = parsePolicy(policyDocument({ seasons: { peak: { from: '11-15', to: '01-15' } } }));
const calendar = policyCalendar(policy);

/** What the conditions of the tests mean, for the reasoning and for the engine alike. */
export const meaning: Meaning = { currency: 'EUR', zone: zoneOf(policy.timeZone) };

export const mayHold = (condition: Condition): boolean => isSatisfiable(holds(condition, meaning));
export const implies = (one: Condition, other: Condition): boolean =>
  !isSatisfiable(holds(one, meaning), doesNotHold(other, meaning));

/** Lines of requests as the engine reads them. */
export interface Case {
  readonly input: PolicyInput;
  readonly line: number;
}

export const casesOf = (count: number, seed: number): readonly Case[] =>
  fc.sample(stories, { numRuns: count, seed }).flatMap((story) => {
    const input = facts(story);
    return input.request.lines.map((_, line) => ({ input, line }));
  });

/** How the engine answers a condition, for one case after the other: yes, no, or not known. */
export function answersOf(condition: Condition | undefined): (of: Case) => 'yes' | 'no' | 'unknown' {
  const slots = new FactSlots();
  const compiled = compileCondition({ slots, currency: meaning.currency }, condition);
  return ({ input, line }) => {
    const asked = askedLines(input.request, input.order);
    const entry = asked[line];
    if (entry === undefined) throw new RangeError('no such line');
    const worth = asked.reduce((sum, one) => sum + one.worth, 0);
    const at = instantOf(input.request.requestedAt, 'request.requestedAt');
    const reading = new Reading(input, slots, calendar, at, worth, entry.asked, entry.line);
    reading.turnTo(entry.asked, entry.line, entry.worth);
    const truth = compiled.holds(reading);
    return truth === YES ? 'yes' : truth === NO ? 'no' : 'unknown';
  };
}
