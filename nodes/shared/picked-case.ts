import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { CaseKey } from '../../lib/ledger';
import { ReturnsError } from '../../lib/returns';
import { itemParameter } from './item-parameter';
import { openLedger } from './ledger-access';

/**
 * The case that a picker names; undefined when it is empty. A plain text is an id: so it was saved before there was a
 * list to choose from, and so an expression gives it.
 */
export const pickedCase = (context: IExecuteFunctions, itemIndex: number): CaseKey | undefined =>
  keyOf(itemParameter(context, 'caseId', itemIndex, ''));

function keyOf(parameter: unknown): CaseKey | undefined {
  const { mode, value } = locatorOf(parameter);
  if (value === '') return undefined;
  return mode === 'rma' ? { rma: value.toUpperCase() } : { id: value };
}

function locatorOf(parameter: unknown): { mode: string; value: string } {
  const isLocator = typeof parameter === 'object' && parameter !== null && 'value' in parameter;
  const value: unknown = isLocator ? parameter.value : parameter;
  return {
    mode: isLocator && 'mode' in parameter ? String(parameter.mode) : 'id',
    value: typeof value === 'string' ? value.trim() : '',
  };
}

/** @throws ReturnsError `invalid_input` when no case is named */
export function requiredCase(context: IExecuteFunctions, itemIndex: number): CaseKey {
  const key = pickedCase(context, itemIndex);
  if (key !== undefined) return key;
  throw new ReturnsError('invalid_input', '"Case" is empty', {
    description: 'Choose a case, or place this node behind one that adds "case" to the item.',
  });
}

/** The id of the picked case; undefined when none is. @throws ReturnsError `not_found` for an RMA number of no case */
export async function pickedCaseId(context: IExecuteFunctions, itemIndex: number): Promise<string | undefined> {
  const key = pickedCase(context, itemIndex);
  return key && idOf(context, key);
}

/** @throws ReturnsError `invalid_input` when no case is named, `not_found` for an RMA number of no case */
export const requiredCaseId = async (context: IExecuteFunctions, itemIndex: number): Promise<string> =>
  idOf(context, requiredCase(context, itemIndex));

async function idOf(context: IExecuteFunctions, key: CaseKey): Promise<string> {
  if ('id' in key) return key.id;
  return (await (await openLedger(context)).getCase(key)).case.id;
}

/** The case that is chosen in the editor, for pickers of what belongs to it. @throws ReturnsError when there is none yet */
export function chosenCase(context: ILoadOptionsFunctions): CaseKey {
  const key = keyOf(context.getCurrentNodeParameter('caseId'));
  // An expression has no value before there is an item to read.
  if (key !== undefined && !Object.values(key).some((value) => String(value).startsWith('='))) return key;
  throw new ReturnsError('invalid_input', 'No case is chosen', {
    description: 'Choose the case from its list first, or name what you look for by hand.',
  });
}
