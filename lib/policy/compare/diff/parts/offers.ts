import type { MethodRule, ResolutionRule } from '../../../document/offers';
import { percentInWords } from '../../../render/words/values';
import { goodsOf } from '../goods';
import type { RulePart } from '../rule-part';
import { amounts, methodName, paymentEvent, resolutionName } from '../say';

const exchanges = {
  same_product: ' for another variant of the same product',
  same_price: ' for anything of the same price',
  any: ' for anything',
} as const;

function offer({ resolution, exchange, bonus, share }: ResolutionRule): string {
  const kind = exchange === undefined ? '' : exchanges[exchange];
  const extra =
    bonus === undefined
      ? ''
      : ` with a bonus of ${bonus.percent === undefined ? amounts(bonus.amount) : percentInWords(bonus.percent, 'en')}`;
  const part = share === undefined ? '' : ` (${percentInWords(share, 'en')} of the price is paid back)`;
  return `${resolutionName(resolution)}${kind}${extra}${part}`;
}

export const resolutionPart: RulePart<ResolutionRule> = {
  path: 'resolutions',
  trace: 'resolution',
  noun: 'resolution',
  rules: ({ resolutions }) => resolutions,
  about: goodsOf,
  tell: (rule, about) => `${about} are offered ${offer(rule)}, ${paymentEvent(rule.paidAt)}`,
  aspects: [
    {
      fields: ['resolution', 'exchange', 'bonus', 'share'],
      words: (before, after, about) => `${about} are now offered ${offer(after)} instead of ${offer(before)}`,
    },
    {
      fields: ['paidAt'],
      words: (before, after, about) =>
        `${resolutionName(after.resolution)} for ${about} now comes ${paymentEvent(after.paidAt)} instead of ${paymentEvent(before.paidAt)}`,
    },
  ],
  order: 'as_offered',
  effect: ({ id: _id, when: _when, ...effect }) => effect,
};

function way({ method, carrier, service }: MethodRule): string {
  const by = [carrier, service].filter((part) => part !== undefined).join(', ');
  return by === '' ? methodName(method) : `${methodName(method)} (${by})`;
}

export const methodPart: RulePart<MethodRule> = {
  path: 'methods',
  trace: 'method',
  noun: 'way to send back',
  rules: ({ methods }) => methods,
  about: goodsOf,
  tell: (rule, about) => `${about} are offered ${way(rule)}`,
  aspects: [
    {
      fields: ['method', 'carrier', 'service'],
      words: (before, after, about) => `${about} are now offered ${way(after)} instead of ${way(before)}`,
    },
  ],
  order: 'as_offered',
  effect: ({ id: _id, when: _when, ...effect }) => effect,
};
