import type { INodeProperties } from 'n8n-workflow';
import { facetStates, resolutions } from '../../lib/returns';
import { titleOptions } from '../shared/fields';

/**
 * Which of the chosen events count, and how they are worked. Attempts and waits: two seconds doubled nine times is a
 * quarter of an hour, in which an outage passes or a person mends the credential; only after that is a trigger stuck.
 * Lease: long enough for a slow provider between two heartbeats, short enough to go on soon after a crash. Gathering:
 * short enough to go unnoticed, long enough to take what one execution appends in one batch.
 */
export const optionFields: INodeProperties[] = [
  {
    displayName: 'Alert When Stuck (Minutes)',
    name: 'stuckAfter',
    type: 'number',
    typeOptions: { minValue: 0, maxValue: 10_080 },
    default: 30,
    description:
      'How long the oldest event may wait before a failed execution is written, which calls the error workflow: once, until it moves on. 0 never alerts.',
  },
  {
    displayName: 'Attempts',
    name: 'attempts',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 20 },
    default: 10,
    description:
      'How many times an event is tried before it is set aside as a dead letter. The wait doubles each time: 10 attempts take a quarter of an hour. A run that gets a step further than the one before counts anew.',
  },
  {
    displayName: 'Batch Size',
    name: 'batchSize',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 500 },
    default: 50,
    description:
      'How many events one execution gets at most. When one of them fails, the batch is split until it stands alone.',
  },
  { displayName: 'Channel', name: 'channel', type: 'string', default: '', placeholder: 'e.g. shopify' },
  {
    displayName: 'Decision',
    name: 'decision',
    type: 'multiOptions',
    options: titleOptions(facetStates.decision),
    default: [],
    description: 'Only cases that are decided so when the event is handed over. Leave empty for any.',
  },
  {
    displayName: 'Executions at a Time',
    name: 'concurrency',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 20 },
    default: 2,
  },
  {
    displayName: 'First Wait (Seconds)',
    name: 'firstWait',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 3600 },
    default: 2,
    description: 'How long to wait after the first failure of an event. Doubled with each further one.',
  },
  {
    displayName: 'Gather For (Milliseconds)',
    name: 'gatherFor',
    type: 'number',
    typeOptions: { minValue: 0, maxValue: 600_000 },
    default: 20,
    description: 'How long news may gather before an execution begins, so that a burst comes in few executions',
  },
  {
    displayName: 'Lease (Seconds)',
    name: 'lease',
    type: 'number',
    typeOptions: { minValue: 5, maxValue: 3600 },
    default: 30,
    description:
      'How long events stay with an n8n that gives no sign of life before another one takes them over. A running execution keeps renewing it.',
  },
  {
    displayName: 'Longest Wait (Minutes)',
    name: 'longestWait',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 1440 },
    default: 15,
    description: 'What the doubling of the wait ends at',
  },
  {
    displayName: 'Other Events',
    name: 'otherEvents',
    type: 'string',
    default: '',
    placeholder: 'e.g. warehouse.counted, claim.opened',
    description: 'Types that this version does not know, separated by commas',
  },
  {
    displayName: 'Parcel',
    name: 'parcel',
    type: 'multiOptions',
    options: titleOptions(facetStates.parcel),
    default: [],
    description: 'Only cases whose parcel is there when the event is handed over. Leave empty for any.',
  },
  {
    displayName: 'Resolution',
    name: 'resolution',
    type: 'options',
    options: titleOptions(resolutions),
    default: 'refund',
    description: 'Only cases that ask for this',
  },
  {
    displayName: 'Settlement',
    name: 'settlement',
    type: 'multiOptions',
    options: titleOptions(facetStates.settlement),
    default: [],
    description: 'Only cases that are settled so when the event is handed over. Leave empty for any.',
  },
  {
    displayName: 'Start From',
    name: 'startFrom',
    type: 'options',
    options: [
      { name: 'Now', value: 'now' },
      { name: 'The Beginning', value: 'beginning', description: 'Also every event already in the ledger' },
    ],
    default: 'now',
    description: 'Where the workflow begins when it is activated for the first time',
  },
];
