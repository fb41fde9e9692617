import { randomBytes } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Policy } from '../../../lib/policy';
import type { CaseIndex, CustomerHistory, RiskInput, RiskScore } from '../../../lib/policy/risk';
import { dossierSchema, parseWith, type History } from '../../../lib/returns';
import { openLedger } from '../../shared/ledger-access';
import { chapterParameter, optionalJsonParameter, textParameter } from '../../shared/parameters';
import { loadRiskScoring } from '../load-policies';

/** More than anybody has; what goes beyond it is a mailbox that a whole marketplace shares. */
const MOST_CASES = 500;

export interface ScoredReturn {
  readonly risk: RiskScore;
  /** As the conditions of a policy ask about it; absent where nobody was asked for it. */
  readonly history?: History;
}

/**
 * Scores a return by the part `risk` of a policy, from the history that the fields of the node name.
 * @throws ReturnsError `invalid_input` for a history that does not fit, `storage_failed` of the ledger
 */
export async function scoreReturn(
  context: IExecuteFunctions,
  itemIndex: number,
  input: Omit<RiskInput, 'history' | 'case'>,
  { risk: settings }: Policy,
): Promise<ScoredReturn> {
  const { scoreRisk, historyChapterOf } = loadRiskScoring();
  const known = await historyOf(context, itemIndex, input, settings);
  const risk = scoreRisk({ ...input, history: known }, settings);
  return { risk, ...(known && { history: historyChapterOf(known, input) }) };
}

async function historyOf(
  context: IExecuteFunctions,
  itemIndex: number,
  input: Omit<RiskInput, 'history' | 'case'>,
  settings: Policy['risk'],
): Promise<CustomerHistory | undefined> {
  const { customerHistory, customerHistorySchema } = loadRiskScoring();
  const current = caseOf(context, itemIndex);
  const subject = { request: input.request, order: input.order, ...(current && { case: current }) };
  switch (textParameter(context, 'historyFrom', itemIndex)) {
    case 'ledger': {
      const { email } = input.order.customer;
      if (email === undefined) return undefined;
      const cases = await (await openLedger(context)).casesOf({ email, limit: MOST_CASES });
      return customerHistory(cases, subject, { hashKey, ...(settings && { settings }) });
    }
    case 'cases':
      return pastCases(context, settings).historyOf(subject);
    case 'item':
      return chapterParameter(context, 'customerHistory', 'Customer History', customerHistorySchema, itemIndex);
    default:
      return undefined;
  }
}

/** The case itself is no part of its own history. */
function caseOf(context: IExecuteFunctions, itemIndex: number): { id: string } | undefined {
  const chapter = context.getInputData()[itemIndex]?.json['case'];
  const { data } = z.object({ id: z.string() }).safeParse(chapter);
  return data;
}

/** Digests are compared within one process, and thrown away with it. */
const hashKey = randomBytes(24).toString('base64');

/** A context lives for one run of one node. */
const indexes = new WeakMap<IExecuteFunctions, CaseIndex>();

function pastCases(context: IExecuteFunctions, settings: Policy['risk']): CaseIndex {
  const known = indexes.get(context);
  if (known !== undefined) return known;
  const index = loadRiskScoring().caseIndex({ hashKey, ...(settings && { settings }) });
  const value = optionalJsonParameter(context, 'pastCases', 'Past Cases', 0);
  const list = value === undefined ? [] : [value].flat();
  for (const dossier of parseWith(z.array(dossierSchema), list, '"Past Cases"')) index.put(dossier);
  indexes.set(context, index);
  return index;
}
