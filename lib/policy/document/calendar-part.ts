import { z } from 'zod/v4';
import { outboundDeliveryRules } from '../../returns';
import { daySchema, nameSchema } from './common';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const calendarSchema = z
  .strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 country code such as FR')
      .optional()
      .meta({ description: 'Whose public holidays are no business days' }),
    region: z.string().max(20).optional().meta({ description: 'Part of the country, e.g. `BY` for Bavaria' }),
    workingDays: z
      .array(z.enum(weekdays))
      .min(1)
      .max(7)
      .default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
    closed: z.array(daySchema).max(1000).default([]).meta({ description: 'Days on which the shop does not work' }),
  })
  .prefault({})
  .meta({ description: 'Business days, for windows that count in them' });

export const seasonsSchema = z
  .record(nameSchema, z.strictObject({ from: daySchema, to: daySchema }))
  .default({})
  .meta({
    description:
      'Named times of the year, e.g. `{ "peak": { "from": "11-15", "to": "01-15" } }`, for conditions to ask about',
  });

export const disclosuresSchema = z
  .strictObject({
    withdrawalRight: z.boolean().optional(),
    returnFee: z.boolean().optional(),
    exceptions: z.boolean().optional(),
    policy: z.boolean().optional(),
    digitalConsent: z.boolean().optional(),
  })
  .prefault({})
  .meta({
    description:
      'What the shop tells every shopper before the order, where the order itself does not say: the right of ' +
      'withdrawal, that the way back costs, which goods cannot come back, the returns policy; and whether every buyer of ' +
      'digital content consents to lose the right. The law asks for it: a fee that nobody was told of cannot be kept.',
  });

const legalRateSchema = z.strictObject({
  from: z.iso
    .date()
    .regex(/-0[17]-01$/, 'expected the first day of a half-year, such as 2026-01-01 or 2026-07-01')
    .meta({ description: 'First day of the half-year for which it is published' }),
  percent: z.number().min(0).max(100).meta({ description: 'A year, that for debts owed to private persons' }),
  source: z.string().max(500).optional().meta({ description: 'Where it was published' }),
});

export const refundSchema = z
  .strictObject({
    outboundDelivery: z
      .enum(outboundDeliveryRules)
      .default('as_law')
      .meta({
        description:
          'What is paid back of the outbound delivery: what the law asks for; the whole when the whole order comes back; ' +
          'the share of the goods that come back; always the whole',
      }),
    withinDays: z.int().min(0).max(365).optional().meta({ description: 'Days in which the shop promises to pay back' }),
    legalRates: z
      .array(legalRateSchema)
      .max(200)
      .refine((rates) => new Set(rates.map(({ from }) => from)).size === rates.length, {
        message: 'there are two rates for one half-year',
      })
      .optional()
      .meta({
        description:
          'The legal rate of interest of France, by half-year, as published for each: what French law adds to a refund that is up to ten days late',
      }),
  })
  .prefault({});
