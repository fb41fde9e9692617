import { WorkflowExecute } from 'n8n-core';
import {
  createRunExecutionData,
  type IBinaryKeyData,
  type IDataObject,
  type INodeExecutionData,
  type INodeType,
  type IRun,
} from 'n8n-workflow';
import type { CredentialData } from './credentials-helper';
import { additionalData, nodeOf, prepare } from './engine';
import { loadPackage, nodeTypesOf } from './n8n-nodes';
import { emailSendStandIn, type Verdict } from './stand-ins/email-send';
import { formStandIn, type Answer, type Ending } from './stand-ins/form';
import { ifStandIn } from './stand-ins/if';
import { setStandIn } from './stand-ins/set';
import { splitOutStandIn } from './stand-ins/split-out';
import { stopAndErrorStandIn } from './stand-ins/stop-and-error';
import { triggerStandIns } from './stand-ins/triggers';
import type { Template, TemplateNode } from './templates';

export interface RunInput {
  readonly workflow: Pick<Template, 'id' | 'name' | 'nodes' | 'connections'>;
  readonly startNode: string;
  /** The `json` of each item that the start node brings. */
  readonly items: readonly object[];
  readonly binary?: IBinaryKeyData;
  readonly credentials: CredentialData;
  /** What people fill into the form pages, by node. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** What people press in mails that wait, by node. */
  readonly verdicts?: Readonly<Record<string, Verdict>>;
  /** Changes nodes for this run, by name: another parameter, no credential. */
  readonly change?: Readonly<Record<string, Partial<TemplateNode>>>;
  /** Node types that this run alone has, or has otherwise. */
  readonly standIns?: Readonly<Record<string, INodeType>>;
  /** Keep the templates' retries; without, a failing node fails at once. */
  readonly withRetries?: boolean;
}

export interface Run {
  readonly status: IRun['status'];
  readonly error: IRun['data']['resultData']['error'];
  readonly lastNode: string | undefined;
  /** What a node gave out, all its runs together; empty when it never ran. */
  items(node: string, output?: number): INodeExecutionData[];
  json(node: string, output?: number): IDataObject[];
  ran(node: string): boolean;
  readonly endings: readonly Ending[];
  readonly run: IRun;
}

let executions = 0;

/** Runs a workflow as n8n does once a trigger has news, from `startNode` to its ends. */
export async function runWorkflow(input: RunInput): Promise<Run> {
  const endings: Ending[] = [];
  const nodeTypes = nodeTypesOf(await loadPackage(), {
    ...triggerStandIns,
    'n8n-nodes-base.if': ifStandIn,
    'n8n-nodes-base.set': setStandIn,
    'n8n-nodes-base.splitOut': splitOutStandIn,
    'n8n-nodes-base.form': formStandIn(input.answers ?? {}, endings),
    'n8n-nodes-base.emailSend': emailSendStandIn(input.verdicts ?? {}),
    'n8n-nodes-base.stopAndError': stopAndErrorStandIn,
    ...input.standIns,
  });
  executions += 1;
  const nodes = input.workflow.nodes.map((node) => ({
    ...node,
    ...(input.withRetries !== true && { retryOnFail: false }),
    ...(node.waitBetweenTries !== undefined && { waitBetweenTries: 1 }),
    ...input.change?.[node.name],
  }));
  const { base, workflow } = prepare({ ...input.workflow, nodes }, nodeTypes);
  const started = input.items.map((json, item) => ({
    json: structuredClone(json) as IDataObject,
    pairedItem: { item },
    ...(input.binary && { binary: input.binary }),
  }));
  const data = createRunExecutionData({
    executionData: {
      nodeExecutionStack: [{ node: nodeOf(workflow, input.startNode), data: { main: [started] }, source: null }],
    },
  });
  const run = await new WorkflowExecute(
    additionalData(base, input.credentials, `execution-${executions}`),
    'trigger',
    data,
  ).processRunExecutionData(workflow);
  const { resultData } = run.data;
  const items = (node: string, output = 0): INodeExecutionData[] =>
    (resultData.runData[node] ?? []).flatMap(({ data: given }) => given?.['main']?.[output] ?? []);
  return {
    status: run.status,
    error: resultData.error,
    lastNode: resultData.lastNodeExecuted,
    items,
    json: (node, output) => items(node, output).map(({ json }) => json),
    ran: (node) => resultData.runData[node] !== undefined,
    endings,
    run,
  };
}
