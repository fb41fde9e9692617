import type { CaseRule } from '../../../document/cases';
import type { RoutingRule } from '../../../document/routing';
import { requestsOf } from '../goods';
import type { Aspect, RulePart } from '../rule-part';
import { andList, evidence, methodName, outcomeWords, plain, quoted, resolutionName } from '../say';
import { textAspect } from './texts';

export const routingPart: RulePart<RoutingRule> = {
  path: 'routing',
  trace: 'routing',
  noun: 'routing rule',
  rules: ({ routing }) => routing,
  about: requestsOf,
  tell: ({ outcome, lane, priority }, about) =>
    `${about} are ${outcomeWords[outcome]}${lane === undefined ? '' : ` in the lane ${quoted(lane)}`}${priority === 0 ? '' : ` (priority ${priority})`}`,
  aspects: [
    {
      fields: ['outcome'],
      words: (before, after, about) =>
        `${about} are now ${outcomeWords[after.outcome]} instead of ${outcomeWords[before.outcome]}`,
    },
    {
      fields: ['priority'],
      words: (before, after, about, name) =>
        `the priority of ${name} (${about}) is now ${after.priority} instead of ${before.priority}`,
    },
    {
      fields: ['lane'],
      words: (before, after, about) => `the lane of ${about} is now ${laneOf(after)} instead of ${laneOf(before)}`,
    },
    textAspect('question', 'the question'),
    textAspect('reason', 'the reason for the shopper'),
  ],
  order: 'none',
  effect: ({ id: _id, when: _when, ...effect }) => effect,
};

const laneOf = ({ lane }: RoutingRule): string => (lane === undefined ? 'none' : quoted(lane));

/** A switch of a case apart, in words for both of its positions. */
const toggle = (field: 'anyTime' | 'evenExcluded' | 'free', on: string, off: string): Aspect<CaseRule> => ({
  fields: [field],
  words: (_before, after, about) => `for ${about}, ${after[field] ? on : off} now`,
});

const keeps = (keepItem: boolean | undefined): string =>
  keepItem === undefined
    ? 'it is as for others whether the goods are kept'
    : keepItem
      ? 'the shopper keeps the goods'
      : 'the goods are never kept by the shopper';

const decided = (outcome: CaseRule['outcome']): string =>
  outcome === undefined ? 'decided as others are' : outcomeWords[outcome];

const resolutionsOf = ({ resolutions }: CaseRule): string =>
  resolutions === undefined ? 'all that are offered' : andList(resolutions.map(resolutionName));

const methodsOf = ({ methods }: CaseRule): string =>
  methods === undefined ? 'all that are offered' : andList(methods.map(methodName));

export const casePart: RulePart<CaseRule> = {
  path: 'cases',
  trace: 'case',
  noun: 'case apart',
  rules: ({ cases }) => cases,
  about: requestsOf,
  tell: (rule, about) =>
    `${about} are a case apart (${plain(rule.kind)}): ${andList([
      decided(rule.outcome),
      ...(rule.anyTime ? ['at any time'] : []),
      ...(rule.evenExcluded ? ['even for goods that are excluded'] : []),
      ...(rule.free ? ['without a fee'] : []),
      ...(rule.keepItem === undefined ? [] : [keeps(rule.keepItem)]),
      ...(rule.resolutions === undefined ? [] : [`of the resolutions only ${resolutionsOf(rule)}`]),
      ...(rule.methods === undefined ? [] : [`of the ways to send back only ${methodsOf(rule)}`]),
      ...(rule.proof === undefined ? [] : [`with ${evidence(rule.proof)} handed in first`]),
    ])}`,
  aspects: [
    {
      fields: ['kind'],
      words: (before, after, about) =>
        `${about} now count as ${quoted(plain(after.kind))} instead of ${quoted(plain(before.kind))}`,
    },
    {
      fields: ['outcome'],
      words: (before, after, about) =>
        `${about} are now ${decided(after.outcome)} instead of ${decided(before.outcome)}`,
    },
    textAspect('question', 'the question'),
    toggle('anyTime', 'the return period does not matter', 'the return period matters'),
    toggle('evenExcluded', 'exclusions and item conditions do not matter', 'exclusions and item conditions matter'),
    toggle('free', 'there is no fee', 'there are the usual fees'),
    {
      fields: ['keepItem'],
      words: (before, after, about) => `for ${about}, ${keeps(after.keepItem)} now; before, ${keeps(before.keepItem)}`,
    },
    {
      fields: ['resolutions'],
      words: (before, after, about) =>
        `the resolutions for ${about} are now ${resolutionsOf(after)} instead of ${resolutionsOf(before)}`,
    },
    {
      fields: ['methods'],
      words: (before, after, about) =>
        `the ways to send back for ${about} are now ${methodsOf(after)} instead of ${methodsOf(before)}`,
    },
    {
      fields: ['proof'],
      words: (before, after, about) =>
        `the evidence asked for ${about} is now ${evidence(after.proof)} instead of ${evidence(before.proof)}`,
    },
    textAspect('reason', 'the reason for the shopper'),
  ],
  order: 'first_decides',
  effect: ({ id: _id, when: _when, ...effect }) => effect,
};
