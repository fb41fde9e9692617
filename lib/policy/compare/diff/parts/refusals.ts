import type { Exclusion } from '../../../document/exclusions';
import type { ItemCondition } from '../../../document/item-conditions';
import { goodsOf } from '../goods';
import { type RulePart } from '../rule-part';
import { evidence, plain, quoted, states } from '../say';
import { textAspect } from './texts';

export const exclusionPart: RulePart<Exclusion> = {
  path: 'exclusions',
  trace: 'exclusion',
  noun: 'exclusion',
  rules: ({ exclusions }) => exclusions,
  about: goodsOf,
  tell: ({ ground }, about) => `${about} are not taken back (ground: ${plain(ground)})`,
  aspects: [
    {
      fields: ['ground'],
      words: (before, after, about) =>
        `the ground on which ${about} are not taken back is now ${quoted(plain(after.ground))} instead of ${quoted(plain(before.ground))}`,
    },
    textAspect('reason', 'the reason for the shopper'),
  ],
  order: 'none',
  effect: ({ ground, reason }) => [ground, reason],
};

const otherwiseWords = { review: 'a person looks at the case', reject: 'the return is refused' } as const;
const named = ({ requires }: Pick<ItemCondition, 'requires'>): string => states(requires);

export const itemConditionPart: RulePart<ItemCondition> = {
  path: 'itemConditions',
  trace: 'condition',
  noun: 'item condition',
  rules: ({ itemConditions }) => itemConditions,
  about: goodsOf,
  tell: ({ requires, ask, proof, otherwise }, about) =>
    [
      requires.length === 0
        ? `${about} need proof`
        : `${about} have to come back ${states(requires)}, otherwise ${otherwiseWords[otherwise]}`,
      ...(ask ? ['the shopper is asked about it first'] : []),
      ...(proof === undefined ? [] : [`the shopper hands in ${evidence(proof)} first`]),
    ].join('; '),
  aspects: [
    {
      fields: ['requires'],
      words: (before, after, about) => `${about} now have to come back ${named(after)} instead of ${named(before)}`,
    },
    {
      fields: ['ask'],
      words: (_before, after, about) =>
        after.ask
          ? `shoppers are now asked about the state of ${about} before the decision`
          : `shoppers are no longer asked about the state of ${about} before the decision`,
    },
    {
      fields: ['proof'],
      words: (before, after, about) =>
        `the evidence asked for ${about} is now ${evidence(after.proof)} instead of ${evidence(before.proof)}`,
    },
    {
      fields: ['otherwise'],
      words: (before, after, about) =>
        `when ${about} do not come back as they have to, ${otherwiseWords[after.otherwise]} now; before, ${otherwiseWords[before.otherwise]}`,
    },
    textAspect('reason', 'the reason for the shopper'),
  ],
  order: 'none',
  effect: ({ requires, ask, proof, otherwise, reason }) => [requires, ask, proof, otherwise, reason],
};
