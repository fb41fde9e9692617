import {
  ICredentialsHelper,
  type IHttpRequestHelper,
  type INode,
  type ICredentialDataDecryptedObject,
  type ICredentials,
  type IHttpRequestOptions,
  type INodeCredentialsDetails,
  type INodeProperties,
  type IRequestOptionsSimplified,
  type IWorkflowExecuteAdditionalData,
  type Workflow,
} from 'n8n-workflow';
import { loadPackage } from './n8n-nodes';

/** What each credential type holds. */
export type CredentialData = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/** Gives every node the test's own credentials; nothing is encrypted. */
export class TestCredentials extends ICredentialsHelper {
  constructor(private readonly data: CredentialData) {
    super();
  }

  getParentTypes(): string[] {
    return [];
  }

  isCredentialUsableByNode(): boolean {
    return true;
  }

  getDecrypted(
    _additionalData: IWorkflowExecuteAdditionalData,
    { name }: INodeCredentialsDetails,
    type: string,
  ): Promise<ICredentialDataDecryptedObject> {
    const data = this.data[type];
    return data === undefined
      ? Promise.reject(new RangeError(`the test has no credential ${type} for "${name}"`))
      : Promise.resolve({ ...data });
  }

  /** Adds the headers that the credential type names. */
  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
    options: IHttpRequestOptions | IRequestOptionsSimplified,
    workflow: Workflow,
    node: INode,
  ): Promise<IHttpRequestOptions> {
    const { authenticate } = (await loadPackage()).credentials.get(typeName) ?? {};
    const wanted = typeof authenticate === 'object' ? (authenticate.properties.headers ?? {}) : {};
    const valueOf = (value: unknown): string =>
      String(
        workflow.expression.getSimpleParameterValue(node, String(value), 'internal', { $credentials: credentials }),
      );
    const added = Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, valueOf(value)]));
    return { url: '', ...options, headers: { ...options.headers, ...added } };
  }

  /** As n8n does it: asked where the hidden field that expires is empty, and after a 401; what it answers is kept. */
  async preAuthentication(
    helpers: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
    _node: INode,
    hasExpired: boolean,
  ): Promise<ICredentialDataDecryptedObject | undefined> {
    const type = (await loadPackage()).credentials.get(typeName);
    const field = type?.properties.find(({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable);
    if (!type?.preAuthentication || !field || (credentials[field.name] !== '' && !hasExpired)) return undefined;
    const renewed = await type.preAuthentication.call(helpers, credentials);
    if (renewed[field.name] === undefined) return undefined;
    Object.assign(this.data[typeName] ?? {}, renewed);
    return Object.assign(credentials, renewed);
  }

  runPreAuthentication(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  getCredentials(): Promise<ICredentials> {
    return Promise.reject(new RangeError('credentials are only given decrypted here'));
  }

  updateCredentials(): Promise<void> {
    return Promise.resolve();
  }

  updateCredentialsOauthTokenData(): Promise<void> {
    return Promise.resolve();
  }

  getCredentialsProperties(): INodeProperties[] {
    return [];
  }
}
