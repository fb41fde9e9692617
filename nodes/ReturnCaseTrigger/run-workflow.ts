import type { ITriggerFunctions } from 'n8n-workflow';
import type { Delivery } from '../../lib/ledger';
import { runToItsEnd } from '../shared/run-to-its-end';
import { itemOf } from './item';

/**
 * Runs the workflow for these events and waits for its end.
 * @throws ReturnsError when the run did not end well, so that the events are handed over again
 */
export const runWorkflow = (context: ITriggerFunctions, deliveries: readonly Delivery[]): Promise<void> =>
  runToItsEnd(context, deliveries.map(itemOf));
