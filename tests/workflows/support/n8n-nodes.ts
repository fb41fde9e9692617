import 'reflect-metadata';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import {
  NodeHelpers,
  type ICredentialType,
  type INodeType,
  type INodeTypeDescription,
  type INodeTypes,
  type IVersionedNodeType,
} from 'n8n-workflow';

/** n8n logs every failing node; here failing is what is tested. */
process.env['N8N_LOG_LEVEL'] = 'silent';

export const packageFolder = join(__dirname, '..', '..', '..');
export const packageName = 'n8n-nodes-returns';

export interface LoadedPackage {
  readonly nodes: ReadonlyMap<string, INodeType>;
  readonly credentials: ReadonlyMap<string, ICredentialType>;
}

let loaded: Promise<LoadedPackage> | undefined;

/** The built package, read by the loader that n8n itself uses for a community package: class names, codex, icons. */
export const loadPackage = (): Promise<LoadedPackage> => (loaded ??= load());

async function load(): Promise<LoadedPackage> {
  const loader = new PackageDirectoryLoader(packageFolder);
  await loader.loadAll();
  const nodes = Object.entries(loader.nodeTypes).map(
    ([name, { type }]) => [name, NodeHelpers.getVersionedNodeType(type)] as const,
  );
  const credentials = Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type] as const);
  return { nodes: new Map(nodes), credentials: new Map(credentials) };
}

/** n8n's own nodes by the versions that n8n 2.41 has of them. Source: n8n-nodes-base 2.41.2, types/nodes.json. */
export const n8nVersions: Readonly<Record<string, readonly number[]>> = {
  'n8n-nodes-base.emailSend': [2, 2.1],
  'n8n-nodes-base.errorTrigger': [1],
  'n8n-nodes-base.form': [2.3, 2.4, 2.5],
  'n8n-nodes-base.formTrigger': [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6],
  'n8n-nodes-base.if': [2, 2.1, 2.2, 2.3],
  'n8n-nodes-base.scheduleTrigger': [1, 1.1, 1.2, 1.3, 1.4],
  'n8n-nodes-base.set': [3, 3.1, 3.2, 3.3, 3.4, 3.5],
  'n8n-nodes-base.splitOut': [1],
  'n8n-nodes-base.stickyNote': [1],
  'n8n-nodes-base.stopAndError': [1],
};

/** This package's nodes as built, and stand-ins for n8n's own, which are in no package of their own. */
export function nodeTypesOf(
  { nodes }: LoadedPackage,
  standIns: Readonly<Record<string, INodeType>>,
): INodeTypes & { descriptionOf(name: string): INodeTypeDescription } {
  const find = (name: string): INodeType => {
    const [prefix, short] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
    const type = prefix === packageName ? (nodes.get(short) ?? nodes.get(short.replace(/Tool$/, ''))) : standIns[name];
    if (type === undefined) throw new RangeError(`no node type is called ${name}`);
    return type;
  };
  return {
    getByName: (name): INodeType | IVersionedNodeType => find(name),
    getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(find(name), version),
    getKnownTypes: () => ({}),
    descriptionOf: (name) => find(name).description,
  };
}
