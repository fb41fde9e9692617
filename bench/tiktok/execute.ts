import { WorkflowExecute } from 'n8n-core';
import {
  createRunExecutionData,
  type ICredentialDataDecryptedObject,
  type ICredentialType,
  type IHttpRequestOptions,
  type INodeTypes,
  type IRequestOptionsSimplified,
  type IRun,
} from 'n8n-workflow';
import { tiktokShopAccount } from '../../sandbox/accounts';
import { TestCredentials, type CredentialData } from '../../tests/workflows/support/credentials-helper';
import { additionalData, nodeOf, prepare } from '../../tests/workflows/support/engine';
import { loadPackage, nodeTypesOf } from '../../tests/workflows/support/n8n-nodes';
import { triggerStandIns } from '../../tests/workflows/support/stand-ins/triggers';
import { httpRequestNode } from './http-request-node';
import { peerNodes } from './peer-nodes';
import { startNode, type BenchWorkflow } from './workflows';

/** Lets a credential sign what the HTTP Request node sends, as n8n does. */
class SigningCredentials extends TestCredentials {
  constructor(
    data: CredentialData,
    private readonly types: ReadonlyMap<string, ICredentialType>,
  ) {
    super(data);
  }

  override async authenticate(
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
    options: IHttpRequestOptions | IRequestOptionsSimplified,
  ): Promise<IHttpRequestOptions> {
    const sign = this.types.get(typeName)?.authenticate;
    if (typeof sign !== 'function') throw new RangeError(`the credential ${typeName} signs nothing`);
    return sign(credentials, options as IHttpRequestOptions);
  }
}

/** Runs a workflow once in n8n's engine, in this process. @throws what a node fails with */
export type Execute = (workflow: BenchWorkflow) => Promise<IRun>;

/** n8n's engine with the nodes of this package, as built, and n8n's own HTTP Request, against this shop. */
export async function engineFor(baseUrl: string): Promise<Execute> {
  const built = await loadPackage();
  const nodeTypes: INodeTypes = nodeTypesOf(built, {
    ...triggerStandIns,
    ...peerNodes,
    'n8n-nodes-base.httpRequest': await httpRequestNode(),
  });
  const { appKey, appSecret, accessToken, refreshToken, region } = tiktokShopAccount;
  const data: CredentialData = {
    returnsTikTokShopApi: { appKey, appSecret, accessToken, refreshToken, region, environment: 'custom', baseUrl },
  };
  let executions = 0;
  return async (bench) => {
    executions += 1;
    const { base, workflow } = prepare(bench, nodeTypes);
    const start = { node: nodeOf(workflow, startNode), data: { main: [[{ json: {} }]] }, source: null };
    const run = await new WorkflowExecute(
      {
        ...additionalData(base, {}, `bench-${executions}`),
        credentialsHelper: new SigningCredentials(data, built.credentials),
      },
      'trigger',
      createRunExecutionData({ executionData: { nodeExecutionStack: [start] } }),
    ).processRunExecutionData(workflow);
    if (run.data.resultData.error) throw run.data.resultData.error;
    return run;
  };
}
