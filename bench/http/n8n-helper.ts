import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type IHttpRequestOptions, type INode, type INodeTypes } from 'n8n-workflow';
import { additionalData } from '../../tests/workflows/support/engine';

const noTypes: INodeTypes = {
  getByName: () => {
    throw new RangeError('there are no node types');
  },
  getByNameAndVersion: () => {
    throw new RangeError('there are no node types');
  },
  getKnownTypes: () => ({}),
};

const node: INode = {
  id: 'bench',
  name: 'Bench',
  type: 'bench',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

/** `this.helpers.httpRequest`, as n8n hands it to a node. */
export function n8nHttpRequest(): (options: IHttpRequestOptions) => Promise<unknown> {
  const base = {
    id: 'bench',
    name: 'Bench',
    active: false,
    isArchived: false,
    createdAt: new Date(),
    updatedAt: new Date(),
    activeVersionId: null,
    nodes: [],
    connections: {},
  };
  const workflow = new Workflow({ ...base, nodeTypes: noTypes });
  const context = new LoadOptionsContext(workflow, node, additionalData(base, {}, 'bench'), '');
  return (options) => context.helpers.httpRequest(options);
}
