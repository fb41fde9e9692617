import type { Dossier } from '../../../lib/returns';
import { runWorkflow, type Run, type RunInput } from './run-workflow';
import { template } from './templates';
import type { World } from './world';

type Setting = Partial<Omit<RunInput, 'workflow' | 'startNode' | 'items'>>;

export interface ShippedTemplates {
  /** Runs a template from one of its triggers to its end. */
  run(number: string, startNode: string, items: readonly object[], setting?: Setting): Promise<Run>;
  /** The same, and expects it to end well. */
  start(number: string, startNode: string, items: readonly object[], setting?: Setting): Promise<Run>;
  /** Hands a run that has failed to template 90, as n8n does. */
  report(number: string, failed: Run, mode?: 'trigger' | 'webhook'): Promise<Run>;
  /** The case as the ledger has it now. */
  current(dossier: Dossier): Promise<Dossier>;
}

/** The templates as they ship, on the providers, credentials and ledger of a test. */
export function shippedTemplates(world: World): ShippedTemplates {
  const run: ShippedTemplates['run'] = (number, startNode, items, setting = {}) =>
    runWorkflow({ workflow: template(number), startNode, items, credentials: world.credentials(), ...setting });
  const start: ShippedTemplates['start'] = async (...input) => {
    const ended = await run(...input);
    expect(ended).toMatchObject({ status: 'success', error: undefined });
    return ended;
  };
  return {
    run,
    start,
    report(number, { error, lastNode }, mode = 'trigger') {
      const { id, name } = template(number);
      // n8n keeps an execution as JSON before it calls the error workflow.
      const execution = { error: JSON.parse(JSON.stringify(error)) as object, lastNodeExecuted: lastNode, mode };
      return start('90', 'When a workflow fails', [{ execution, workflow: { id, name } }]);
    },
    current: async (dossier) => (await world.ledger()).getCase({ id: dossier.case.id }),
  };
}

/** The case that a node gave with its first item. */
export const caseIn = (run: Run, node: string): Dossier => run.json(node)[0] as unknown as Dossier;
