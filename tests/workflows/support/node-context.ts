import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core';
import {
  createRunExecutionData,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeParameters,
  type INodeType,
} from 'n8n-workflow';
import { additionalData, nodeOf, prepare } from './engine';
import { loadPackage, nodeTypesOf, packageName } from './n8n-nodes';
import type { TemplateNode } from './templates';

/** n8n-core hands its context to nodes as what n8n-workflow describes; their types are not told of each other. */
const isForNodes = (context: unknown): context is IExecuteFunctions => context instanceof ExecuteContext;

export interface NodeInRun {
  readonly node: INodeType;
  readonly context: IExecuteFunctions;
}

/**
 * A node of ours within a run of n8n, with these parameters and items.
 * @param type without the package's name: `returnEmail`
 */
export async function nodeInRun(
  type: string,
  parameters: INodeParameters,
  items: INodeExecutionData[],
): Promise<NodeInRun> {
  const described: TemplateNode = {
    id: 'node-1',
    name: 'node',
    type: `${packageName}.${type}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  };
  const template = { id: 'one', name: 'One node', nodes: [described], connections: {} };
  const loaded = await loadPackage();
  const { base, workflow } = prepare(template, nodeTypesOf(loaded, {}));
  const prepared = nodeOf(workflow, 'node');
  prepared.parameters = parameters;
  const context: unknown = new ExecuteContext(
    workflow,
    prepared,
    additionalData(base, {}, '1'),
    'trigger',
    createRunExecutionData({}),
    0,
    items,
    { main: [items] },
    { data: { main: [items] }, node: prepared, source: null },
    [],
  );
  const node = loaded.nodes.get(type);
  if (node !== undefined && isForNodes(context)) return { node, context };
  throw new TypeError('n8n-core makes another context');
}
