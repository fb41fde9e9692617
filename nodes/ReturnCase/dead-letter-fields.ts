import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { ReturnsError } from '../../lib/returns';
import { requiredPicked, requiredText } from '../shared/parameters';
import { consumerField } from './consumer-field';

/** One dead letter: which consumer gave up which event. */
export const deadLetterFields: INodeProperties[] = [
  consumerField,
  {
    displayName: 'Event Number',
    name: 'seq',
    type: 'string',
    required: true,
    default: '={{ $json.deadLetter?.seq }}',
    description: 'The place of the event in the log',
  },
];

/** @throws ReturnsError `invalid_input` when a field is empty or the number is none */
export function deadLetterOf(context: IExecuteFunctions, itemIndex: number): { consumer: string; seq: number } {
  const consumer = requiredPicked(context, 'consumer', 'Consumer', itemIndex);
  const seq = Number(requiredText(context, 'seq', 'Event Number', itemIndex));
  if (Number.isSafeInteger(seq) && seq > 0) return { consumer, seq };
  throw new ReturnsError('invalid_input', '"Event Number" is not a number of the log', {
    description: 'Take it from a dead letter, as "Get Many" lists them.',
  });
}
