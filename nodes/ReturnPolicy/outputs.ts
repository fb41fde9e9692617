import { NodeConnectionTypes, type IExecuteFunctions, type INodeTypeDescription } from 'n8n-workflow';
import type { Outcome } from '../../lib/returns';

/** One for each outcome of Evaluate, in the order in which the editor shows them. */
export const outputNames = ['Approved', 'Needs Review', 'Needs Information', 'Rejected'];

export const outputOf: Readonly<Record<Outcome, number>> = { approve: 0, review: 1, needs_info: 2, reject: 3 };

/** What could not be judged is for a person, never approved. */
const FAILURE_OUTPUT = outputOf.review;

const named = JSON.stringify(outputNames.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })));

/** Every other operation has one answer, and one output. */
export const outputs: INodeTypeDescription['outputs'] = `={{ $parameter["operation"] === "evaluate" ? ${named} : [{ "type": "${NodeConnectionTypes.Main}" }] }}`;

export interface Outputs {
  readonly count: number;
  /** Where an item leaves that could not be worked, and nothing else is said of it. */
  readonly failure: number;
}

/** An agent is handed the first output of a tool and nothing else: there everything leaves by it. */
export function outputsOf(context: IExecuteFunctions): Outputs {
  const isTool = context.getNode().type.endsWith('Tool');
  const isEvaluation = context.getNodeParameter('operation', 0) === 'evaluate';
  return isEvaluation && !isTool ? { count: outputNames.length, failure: FAILURE_OUTPUT } : { count: 1, failure: 0 };
}
