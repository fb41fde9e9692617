import type { INodeCredentialDescription, INodePropertyOptions } from 'n8n-workflow';
import type { ClientEnvironment } from '../../lib/http';
import { ReturnsError } from '../../lib/returns';
import { trying, type CredentialTest } from './try-credential';
import { clientCredentials, environmentOf, providerCredentials, type ProviderContext } from './transport';

interface Provider<Adapter> {
  readonly displayName: string;
  connect(credentials: unknown, environment?: ClientEnvironment): Adapter;
}

/** How n8n keeps an account with a provider. */
interface StoredAccount {
  /** The type of its credential. */
  readonly credential: string;
  /** The field of the credential that holds the key. */
  readonly secret: string;
  /** What a test key begins with; none where keys do not show what they are for. */
  readonly testKeys: readonly string[];
}

/** Providers of one kind, as the nodes for them need them. */
export interface ProviderFamily<Adapter> {
  readonly options: INodePropertyOptions[];
  /** One for each provider, shown where it is the one that was chosen. */
  readonly credentials: INodeCredentialDescription[];
  /** What `testedBy` of these credentials names. */
  readonly credentialTests: Readonly<Record<string, CredentialTest>>;
  /** @throws ReturnsError `invalid_input` for a provider that is not one of them, or a credential of another shape */
  connect(context: ProviderContext, name: string, itemIndex?: number): Promise<Adapter>;
}

/**
 * @param field the parameter by which the nodes choose a provider
 * @param providers the registry in `lib/`
 */
export function providerFamily<Name extends string, Adapter extends { test(): Promise<void> }>(
  field: string,
  providers: Readonly<Record<Name, Provider<Adapter>>>,
  accounts: Readonly<Record<Name, StoredAccount>>,
): ProviderFamily<Adapter> {
  const names = Object.keys(accounts) as Name[];
  const testName = (name: Name): string => `${name}Test`;
  const isOneOfThem = (name: string): name is Name => Object.hasOwn(accounts, name);

  return {
    options: names.map((name) => ({ name: providers[name].displayName, value: name })),
    credentials: names.map((name) => ({
      name: accounts[name].credential,
      required: true,
      testedBy: testName(name),
      displayOptions: { show: { [field]: [name] } },
    })),
    credentialTests: Object.fromEntries(
      names.map((name) => {
        const { secret, testKeys } = accounts[name];
        const test = trying(`${providers[name].displayName} accepts this key`, (stored) =>
          providers[name].connect(clientCredentials(stored, secret, testKeys)).test(),
        );
        return [testName(name), test];
      }),
    ),
    async connect(context, name, itemIndex) {
      if (!isOneOfThem(name)) {
        throw new ReturnsError('invalid_input', `There is no ${field} "${name}" in this version`, {
          description: `Choose one of: ${names.join(', ')}.`,
        });
      }
      const { credential, secret, testKeys } = accounts[name];
      const credentials = await providerCredentials(context, credential, secret, testKeys, itemIndex);
      return providers[name].connect(credentials, environmentOf(context));
    },
  };
}
