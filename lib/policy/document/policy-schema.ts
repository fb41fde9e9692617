import { z } from 'zod/v4';
import { currencySchema, timeZoneSchema } from '../../returns';
import { riskSettingsSchema } from '../risk/settings';
import { calendarSchema, disclosuresSchema, refundSchema, seasonsSchema } from './calendar-part';
import { casesSchema, togetherSchema } from './cases';
import { checkPolicy } from './check-policy';
import { nameSchema } from './common';
import { exclusionsSchema } from './exclusions';
import { feesSchema } from './fees';
import { itemConditionsSchema } from './item-conditions';
import { keepItemSchema } from './keep-item';
import { methodsSchema, resolutionsSchema } from './offers';
import { policyTestsSchema } from './policy-tests';
import { routingSchema } from './routing';
import { windowsSchema } from './windows';

/**
 * A shop's returns policy as one document. Every part but `windows` has a default, so that the shortest policy is a
 * name, a version and a number of days.
 */
export const policySchema = z
  .strictObject({
    $schema: z.string().max(500).optional().meta({ description: 'Where editors find this schema' }),
    name: nameSchema,
    version: z.string().min(1).max(40).meta({ description: 'Any text; it is written on every decision' }),
    description: z.string().max(2000).optional(),
    effectiveFrom: z.iso
      .date()
      .optional()
      .meta({ description: 'Orders placed from this day on are under this version; always when absent' }),
    currency: currencySchema.optional().meta({ description: 'Of every amount that is a plain number' }),
    timeZone: timeZoneSchema
      .default('Europe/Paris')
      .meta({ description: "The shop's time zone: windows end at its midnight" }),
    calendar: calendarSchema,
    seasons: seasonsSchema,
    disclosures: disclosuresSchema,
    windows: windowsSchema,
    exclusions: exclusionsSchema,
    itemConditions: itemConditionsSchema,
    fees: feesSchema,
    resolutions: resolutionsSchema,
    methods: methodsSchema,
    cases: casesSchema,
    together: togetherSchema,
    routing: routingSchema,
    keepItem: keepItemSchema,
    refund: refundSchema,
    risk: riskSettingsSchema.optional(),
    tests: policyTestsSchema,
  })
  .check(({ value, issues }) => {
    checkPolicy(value, (path, message) => {
      issues.push({ code: 'custom', path: [...path], message, input: value });
    });
  })
  .meta({ title: 'Policy', description: "A shop's returns policy" });

/** A policy with its defaults filled in. */
export type Policy = z.output<typeof policySchema>;
/** A policy as a person writes it. */
export type PolicyDocument = z.input<typeof policySchema>;
