import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeHelpers, type INodeType, type IVersionedNodeType } from 'n8n-workflow';
import { HostError, installN8n, N8N_VERSION } from '../../sandbox/host';
import { CannotMeasure } from '../measuring/cannot-measure';

/** n8n's own HTTP Request node, out of the n8n that the end-to-end tests run. @throws CannotMeasure when there is none */
export async function httpRequestNode(): Promise<INodeType> {
  const folder = await installedIn();
  const load = createRequire(path.join(folder, 'package.json'));
  const loaded: unknown = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
  if (!hasNode(loaded)) throw new Error('n8n-nodes-base has no HTTP Request node where it used to be');
  return NodeHelpers.getVersionedNodeType(new loaded.HttpRequest());
}

const hasNode = (value: unknown): value is { HttpRequest: new () => IVersionedNodeType } =>
  typeof value === 'object' && value !== null && 'HttpRequest' in value && typeof value.HttpRequest === 'function';

async function installedIn(): Promise<string> {
  try {
    return (await installN8n({})).folder;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new CannotMeasure(`n8n ${N8N_VERSION} is not installed, and installing it failed. ${error.message}`);
  }
}
