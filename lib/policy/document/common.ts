import { z } from 'zod/v4';
import { localeSchema, moneySchema } from '../../returns';
import { checkCondition } from './check-condition';
import type { Condition } from './condition';
import { readDay } from './day-text';

/** No part of a policy may have more rules: a list of this length is data, to be looked up by a tag. */
export const MOST_RULES = 20_000;

export const nameSchema = z.string().min(1).max(120);

export const conditionSchema = z.custom<Condition>().check(({ value, issues }) => {
  checkCondition(value, [], (path, message) => {
    issues.push({ code: 'custom', path: [...path], message, input: value });
  });
});

export const localisedTextSchema = z
  .partialRecord(localeSchema, z.string().min(1).max(1000))
  .meta({ description: 'Words of your own, by language; plain words are supplied where one is missing' });

const positiveMoneySchema = moneySchema.refine(({ amount }) => amount >= 0, {
  message: 'expected an amount of 0 or more',
});

/** One amount, or one in each currency that the shop sells in. */
export const amountsSchema = z
  .union([positiveMoneySchema, z.array(positiveMoneySchema).min(1).max(200)])
  .check(({ value, issues }) => {
    const list = Array.isArray(value) ? value : [value];
    for (const [index, { currency }] of list.entries()) {
      if (list.findIndex((other) => other.currency === currency) === index) continue;
      issues.push({
        code: 'custom',
        path: [index, 'currency'],
        message: `there is an amount in ${currency} already`,
        input: value,
      });
    }
  })
  .meta({ description: 'An amount, or a list with one amount per currency' });
export type Amounts = z.output<typeof amountsSchema>;

export const daySchema = z
  .string()
  .refine((text) => readDay(text) !== undefined, {
    message: 'expected a day such as 2026-11-27, or of every year such as 11-27',
  })
  .meta({ description: 'A day such as 2026-11-27, or a day of every year such as 11-27' });

export const percentSchema = z.number().min(0).max(100);

/** What every rule begins with. */
export const ruleShape = {
  id: nameSchema.meta({ description: 'Shown in the trace, e.g. `final-sale`; no other rule of the same part has it' }),
  when: conditionSchema.optional().meta({ description: 'When the rule holds; always when absent' }),
};
