import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Attempt, EffectResult } from '../../lib/ledger';
import {
  ReturnsError,
  dossierSchema,
  localeFor,
  parseWith,
  shopSchema,
  type Dossier,
  type Locale,
  type Shop,
} from '../../lib/returns';
import { causeOf, openLedger } from './ledger-access';
import { optionalChapterParameter, textParameter } from './parameters';
import { pickedCase, pickedCaseId } from './picked-case';

/** The picked case as the ledger has it now; without one, the dossier that the item carries. */
export async function dossierOf(context: IExecuteFunctions, itemIndex: number): Promise<Dossier> {
  const key = pickedCase(context, itemIndex);
  if (key !== undefined) return (await openLedger(context)).getCase(key);
  return parseWith(dossierSchema, context.getInputData()[itemIndex]?.json, 'the incoming dossier');
}

/** @throws ReturnsError `invalid_input` when neither the field nor the case has a shop */
export function shopOf(context: IExecuteFunctions, dossier: Dossier, itemIndex: number): Shop {
  const shop = dossier.shop ?? optionalChapterParameter(context, 'shop', 'Shop', shopSchema, itemIndex);
  if (shop) return shop;
  throw new ReturnsError('invalid_input', `Case ${dossier.case.rma} does not know its shop`, {
    description: 'Give the shop when the case is opened, or fill in the Shop field of this node.',
  });
}

/** The language chosen in the node, or the one that the shopper is written to in. */
export function languageOf(context: IExecuteFunctions, dossier: Dossier, itemIndex: number): Locale {
  const chosen = textParameter(context, 'language', itemIndex);
  return chosen === 'shopper' ? dossier.request.locale : localeFor(chosen);
}

export const asJson = (value: object): IDataObject => value as IDataObject;

export interface Performed<T> {
  readonly result: T;
  /** The case after the effect; absent when the node is used without one. */
  readonly dossier?: Dossier;
}

/**
 * Performs an outside effect once per case and step. Without a case the effect still carries an idempotency key that
 * stays the same when n8n retries the node within one execution.
 */
export async function performOnce<T>(
  context: IExecuteFunctions,
  itemIndex: number,
  step: string,
  effect: (attempt: Attempt, dossier: Dossier | undefined) => Promise<EffectResult<T>>,
): Promise<Performed<T>> {
  const caseId = await pickedCaseId(context, itemIndex);
  if (caseId === undefined) {
    const { result } = await effect(attemptWithoutCase(context, itemIndex, step), undefined);
    return { result };
  }
  const { result, dossier } = await (await openLedger(context)).runOnce(caseId, step, effect, causeOf(context));
  return { result, dossier };
}

function attemptWithoutCase(context: IExecuteFunctions, itemIndex: number, step: string): Attempt {
  const source = [context.getExecutionId(), context.getNode().id, itemIndex, step].join('/');
  return {
    idempotencyKey: createHash('sha256').update(source).digest('hex').slice(0, 40),
    keySince: new Date().toISOString(),
    formerKeys: [],
    number: 1,
    mayHaveHappened: false,
  };
}
