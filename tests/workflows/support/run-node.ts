import type { IBinaryKeyData } from 'n8n-workflow';
import type { CredentialData } from './credentials-helper';
import { packageName } from './n8n-nodes';
import { runWorkflow, type Run } from './run-workflow';
import type { TemplateNode } from './templates';

export interface NodeRun {
  /** Without the package's name: `returnCase`. */
  readonly type: string;
  readonly parameters: TemplateNode['parameters'];
  readonly items: readonly object[];
  readonly binary?: IBinaryKeyData;
  readonly credentials: CredentialData;
  /** The credential types that the node is given; all of them when left out. */
  readonly given?: readonly string[];
  readonly onError?: TemplateNode['onError'];
}

/** Runs one node of ours on these items; its results are read under the name `node`. */
export function runNode({ type, parameters, given, onError, ...input }: NodeRun): Promise<Run> {
  const chosen = given ?? Object.keys(input.credentials);
  const node: TemplateNode = {
    id: '5b0a3a3e-0f3c-4f5f-8a51-3b7b8f0f2f10',
    name: 'node',
    type: `${packageName}.${type}`,
    typeVersion: 1,
    position: [200, 0],
    parameters,
    credentials: Object.fromEntries(chosen.map((name) => [name, { id: name, name }])),
    ...(onError && { onError }),
  };
  const start: TemplateNode = {
    id: '8a7a4a0b-4f0e-4a56-8f39-1de3fdf45a10',
    name: 'start',
    type: 'n8n-nodes-base.errorTrigger',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  };
  const workflow = {
    id: 'oneNode',
    name: 'One node',
    nodes: [start, node],
    connections: { start: { main: [[{ node: 'node', type: 'main' as const, index: 0 }]] } },
  };
  return runWorkflow({ ...input, workflow, startNode: 'start' });
}
