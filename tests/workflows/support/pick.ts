import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { additionalData, nodeOf, prepare } from './engine';
import type { CredentialData } from './credentials-helper';
import { loadPackage, nodeTypesOf, packageName } from './n8n-nodes';

export interface Pick {
  /** Without the package's name: `returnCase`. */
  readonly type: string;
  /** The picker's method: `searchCases`. */
  readonly method: string;
  /** What the other fields of the node hold in the editor. */
  readonly parameters?: INodeParameters;
  readonly credentials?: CredentialData;
  readonly filter?: string;
  readonly paginationToken?: string;
}

/** Opens a list in the editor, as n8n does for a person who picks. */
export async function pick({
  type,
  method,
  parameters = {},
  credentials = {},
  ...search
}: Pick): Promise<INodeListSearchResult> {
  const loaded = await loadPackage();
  const template = {
    id: 'picking',
    name: 'Picking',
    nodes: [
      {
        id: '0f3f3a53-0a63-4b0e-9f42-8b0a2f6f7d11',
        name: 'node',
        type: `${packageName}.${type}`,
        typeVersion: 1,
        position: [0, 0] as [number, number],
        parameters: {},
        credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
      },
    ],
    connections: {},
  };
  const { base, workflow } = prepare(template, nodeTypesOf(loaded, {}));
  const data = { ...additionalData(base, credentials, 'picking'), currentNodeParameters: parameters };
  const context = new LoadOptionsContext(workflow, nodeOf(workflow, 'node'), data, 'parameters');
  const searchMethod = loaded.nodes.get(type)?.methods?.listSearch?.[method];
  if (searchMethod === undefined) throw new RangeError(`${type} has no ${method}`);
  const found: INodeListSearchResult = await Reflect.apply(searchMethod, context, [
    search.filter,
    search.paginationToken,
  ]);
  return found;
}
