import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { startConsumer, type Ledger } from '../../lib/ledger';
import { closeSoon } from '../shared/close-soon';
import { runWorkflow } from './run-workflow';
import type { TriggerSettings } from './settings';
import { alertWhenStuck, startWhenStuck } from './watch-stuck';

/** Works the events of the ledger, and watches over whoever works them, until n8n closes the trigger. */
export function start(context: ITriggerFunctions, ledger: Ledger, settings: TriggerSettings): ITriggerResponse {
  const { tellsOfStuck, stuckAfterMs, ...options } = settings;
  const name = `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
  const onError = (error: unknown): void => {
    context.logger.error(`${context.getNode().name}: ${error instanceof Error ? error.message : 'unknown failure'}`);
  };
  // Without a type of its own every event would fit, and there is nothing to work.
  const works = (options.filter.types ?? []).length > 0;
  const consumer = works
    ? startConsumer({
        ...options,
        ledger,
        consumer: name,
        title: titleOf(context),
        work: (deliveries) => runWorkflow(context, deliveries),
        onError,
      })
    : undefined;
  const watched = stuckAfterMs === undefined ? undefined : { ledger, stuckAfterMs, onError };
  const watches = [
    ...(watched && consumer ? [alertWhenStuck(context, name, watched)] : []),
    ...(watched && tellsOfStuck ? [startWhenStuck(context, watched)] : []),
  ];
  return {
    async closeFunction() {
      for (const watch of watches) watch.stop();
      const stopped = consumer?.stop() ?? Promise.resolve();
      await closeSoon(
        stopped.finally(() => ledger.close()),
        onError,
      );
    },
  };
}

/** As people read it in a list: the name of the consumer is made of ids, which survive renaming. */
const titleOf = (context: ITriggerFunctions): string =>
  `${context.getWorkflow().name ?? 'workflow'} / ${context.getNode().name}`.slice(0, 500);
