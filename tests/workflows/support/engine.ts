import 'reflect-metadata';
import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import {
  Workflow,
  type INode,
  type IWorkflowBase,
  type IWorkflowExecuteAdditionalData,
  type INodeTypes,
} from 'n8n-workflow';
import { TestCredentials, type CredentialData } from './credentials-helper';
import type { Template } from './templates';

/** Never called: n8n only wants addresses that can be parsed. */
const nowhere = 'http://127.0.0.1:1';

const absent = (what: string) => () => Promise.reject(new RangeError(`there is no ${what} in process`));

/** What n8n's server would hand to an execution. */
export function additionalData(
  workflow: IWorkflowBase,
  credentials: CredentialData,
  executionId: string,
  webhookBaseUrl = `${nowhere}/webhook`,
): IWorkflowExecuteAdditionalData {
  return {
    credentialsHelper: new TestCredentials(credentials),
    hooks: new ExecutionLifecycleHooks('trigger', executionId, workflow),
    externalSecretsProxy: new ExternalSecretsProxy(),
    executionId,
    workflowId: workflow.id,
    currentNodeExecutionIndex: 0,
    restApiUrl: `${nowhere}/rest`,
    instanceBaseUrl: nowhere,
    formBaseUrl: `${nowhere}/form`,
    formWaitingBaseUrl: `${nowhere}/form-waiting`,
    formTestBaseUrl: `${nowhere}/form-test`,
    webhookBaseUrl,
    webhookWaitingBaseUrl: `${nowhere}/webhook-waiting`,
    webhookTestBaseUrl: `${nowhere}/webhook-test`,
    mcpBaseUrl: `${nowhere}/mcp`,
    mcpTestBaseUrl: `${nowhere}/mcp-test`,
    variables: {},
    executeWorkflow: absent('other workflow'),
    getRunExecutionData: () => Promise.resolve(undefined),
    getRuntimeCredential: () => Promise.resolve(undefined),
    logAiEvent: () => undefined,
    startRunnerTask: absent('task runner'),
  };
}

export interface Prepared {
  readonly base: IWorkflowBase;
  readonly workflow: Workflow;
}

/** A workflow of n8n out of a template. */
export function prepare(
  template: Pick<Template, 'id' | 'name' | 'nodes' | 'connections'>,
  nodeTypes: INodeTypes,
): Prepared {
  const nodes = template.nodes.map((node): INode => {
    const copy: unknown = structuredClone(node);
    return copy as INode;
  });
  const settings = { executionOrder: 'v1' as const };
  const { id, name, connections } = structuredClone(template);
  const base: IWorkflowBase = {
    id,
    name,
    active: true,
    isArchived: false,
    createdAt: new Date(),
    updatedAt: new Date(),
    activeVersionId: null,
    nodes,
    connections,
    settings,
  };
  return { base, workflow: new Workflow({ id, name, nodes, connections, active: true, nodeTypes, settings }) };
}

export function nodeOf(workflow: Workflow, name: string): INode {
  const node = workflow.getNode(name);
  if (node === null) throw new RangeError(`no node is called "${name}"`);
  return node;
}
