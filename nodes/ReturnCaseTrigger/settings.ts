import type { ITriggerFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ConsumerOptions } from '../../lib/ledger';
import {
  decisionStateSchema,
  parcelStateSchema,
  parseWith,
  resolutionSchema,
  ReturnsError,
  settlementStateSchema,
} from '../../lib/returns';
import { optionFields } from './option-fields';

/** Not in the log of any case: a trigger of this package is stuck. */
export const CONSUMER_STUCK = 'consumer.stuck';

const states = <T extends z.ZodType>(schema: T) => z.array(schema).default([]);

/** A whole number within what the field of that name offers; an expression may give anything. */
function count(name: string) {
  const field = optionFields.find((candidate) => candidate.name === name);
  const { minValue = 0, maxValue = Number.MAX_SAFE_INTEGER } = field?.typeOptions ?? {};
  return z.coerce.number().int().min(minValue).max(maxValue).default(Number(field?.default));
}

const optionsSchema = z.lazy(() =>
  z.object({
    attempts: count('attempts'),
    batchSize: count('batchSize'),
    channel: z.string().trim().default(''),
    concurrency: count('concurrency'),
    decision: states(decisionStateSchema),
    firstWait: count('firstWait'),
    gatherFor: count('gatherFor'),
    lease: count('lease'),
    longestWait: count('longestWait'),
    otherEvents: z.string().default(''),
    parcel: states(parcelStateSchema),
    resolution: resolutionSchema.optional(),
    settlement: states(settlementStateSchema),
    startFrom: z.enum(['now', 'beginning']).default('now'),
    stuckAfter: count('stuckAfter'),
  }),
);

const eventsSchema = z.union([z.array(z.string()), z.string().transform(listed)]).default([]);

export interface TriggerSettings extends Omit<ConsumerOptions, 'ledger' | 'consumer' | 'work' | 'onError'> {
  /** Whether to start the workflow when a consumer, this one or another, is stuck. */
  readonly tellsOfStuck: boolean;
  /** How long an event may wait before its consumer counts as stuck; undefined when nobody wants to know. */
  readonly stuckAfterMs: number | undefined;
}

/** @throws ReturnsError `invalid_input` naming the option that does not fit */
export function settingsOf(context: ITriggerFunctions): TriggerSettings {
  const options = parseWith(optionsSchema, context.getNodeParameter('options', {}), 'the options of the trigger');
  const chosen = parseWith(eventsSchema, context.getNodeParameter('events', []), 'the events of the trigger');
  const events = [...new Set([...chosen, ...listed(options.otherEvents)])];
  if (events.length === 0) throw noEvents();
  const tellsOfStuck = events.includes(CONSUMER_STUCK);
  if (tellsOfStuck && options.stuckAfter === 0) throw neverStuck();
  const { channel, resolution, decision, parcel, settlement } = options;
  return {
    filter: {
      types: events.filter((type) => type !== CONSUMER_STUCK),
      ...(channel !== '' && { channel }),
      ...(resolution !== undefined && { resolution }),
      ...(decision.length > 0 && { decision }),
      ...(parcel.length > 0 && { parcel }),
      ...(settlement.length > 0 && { settlement }),
    },
    startFrom: options.startFrom,
    attempts: options.attempts,
    batchSize: options.batchSize,
    concurrency: options.concurrency,
    gatherMs: options.gatherFor,
    leaseMs: options.lease * 1000,
    retryMs: options.firstWait * 1000,
    longestRetryMs: Math.max(options.longestWait * 60, options.firstWait) * 1000,
    tellsOfStuck,
    stuckAfterMs: options.stuckAfter === 0 ? undefined : options.stuckAfter * 60_000,
  };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '');
}

const neverStuck = (): ReturnsError =>
  new ReturnsError('invalid_input', 'Nothing is ever stuck', {
    description: 'For the event "Consumer: Stuck", set "Alert When Stuck" to more than 0 minutes.',
  });

const noEvents = (): ReturnsError =>
  new ReturnsError('invalid_input', 'No event is chosen', {
    description: 'Choose in "Events" what starts the workflow, or name it in the option "Other Events".',
  });
