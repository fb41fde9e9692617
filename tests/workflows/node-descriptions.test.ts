import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeHelpers, type ICredentialType, type INodeProperties, type INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { carrierFamily } from '../../nodes/shared/carriers';
import { paymentFamily } from '../../nodes/shared/payment-providers';
import { loadPackage, packageFolder, packageName, type LoadedPackage } from './support/n8n-nodes';
import { useWorld } from './support/world';

const manifest = z
  .object({ n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }) })
  .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))).n8n;

const nodeNames = manifest.nodes.map((path) => basename(path, '.node.js'));
const credentialNames = manifest.credentials.map((path) => basename(path, '.credentials.js'));
const shortName = (className: string): string => className.charAt(0).toLowerCase() + className.slice(1);

const codexSchema = z.object({
  node: z.string(),
  nodeVersion: z.string(),
  codexVersion: z.string(),
  categories: z.array(z.string()).min(1),
  alias: z.array(z.string()).min(1),
  resources: z.object({ primaryDocumentation: z.array(z.object({ url: z.url() })).min(1) }),
});

const world = useWorld();
let loaded: LoadedPackage;

beforeAll(async () => {
  loaded = await loadPackage();
});

const nodeCalled = (name: string): INodeType => {
  const type = loaded.nodes.get(shortName(name));
  if (type === undefined) throw new RangeError(name);
  return type;
};

const menus = ({ description }: INodeType): INodeProperties[] =>
  description.properties.filter(({ name }) => name === 'operation');

describe.each(nodeNames)('%s', (name) => {
  const isTrigger = name.endsWith('Trigger');

  it('has a codex file with its documentation', () => {
    const file = join(packageFolder, 'dist', 'nodes', name, `${name}.node.json`);
    const codex = codexSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(codex.node).toBe(`${packageName}.${shortName(name)}`);
    expect(nodeCalled(name).description.codex).toMatchObject({ categories: codex.categories });
  });

  it('has an icon for light and for dark', () => {
    const { iconUrl } = nodeCalled(name).description;
    const icons = z.object({ light: z.string(), dark: z.string() }).parse(iconUrl);
    for (const icon of Object.values(icons)) {
      const path = join(packageFolder, icon.replace(`icons/${packageName}/`, ''));
      expect([icon, existsSync(path)]).toEqual([icon, true]);
    }
    expect(icons.light).not.toBe(icons.dark);
  });

  it('shows in its subtitle what it is set to', () => {
    expect(nodeCalled(name).description.subtitle).toMatch(/^=\{\{.+\}\}$/);
  });

  it(isTrigger ? 'is no tool' : 'can be a tool of an agent', () => {
    const { usableAsTool, group, inputs } = nodeCalled(name).description;
    expect(usableAsTool).toBe(isTrigger ? undefined : true);
    expect(group.includes('trigger')).toBe(isTrigger);
    expect(inputs).toHaveLength(isTrigger ? 0 : 1);
  });

  it('gives every operation an action in a sentence', () => {
    const type = nodeCalled(name);
    if (isTrigger) return;
    expect(menus(type).length).toBeGreaterThan(0);
    for (const { options = [], noDataExpression } of menus(type)) {
      expect(noDataExpression).toBe(true);
      for (const option of options) {
        expect(option).toMatchObject({
          action: expect.stringMatching(/^[A-Z][^A-Z]*$/),
          description: expect.any(String),
        });
      }
    }
  });

  it('has defaults that its own fields accept', () => {
    const { description } = nodeCalled(name);
    const parameters = NodeHelpers.getNodeParameters(description.properties, {}, true, false, null, description);
    expect(parameters).toBeTruthy();
  });

  it('refers only to credentials of this package', () => {
    for (const { name: credential } of nodeCalled(name).description.credentials ?? []) {
      expect([...loaded.credentials.keys()]).toContain(credential);
    }
  });
});

const ledgerLabel = 'Returns Ledger (optional, for queue mode)';

it.each(nodeNames)('%s shows above the ledger’s credential that it can do without', (name) => {
  const ledger = nodeCalled(name).description.credentials?.find(({ name: type }) => type === 'returnsLedgerApi');
  expect(ledger).toMatchObject({ displayName: ledgerLabel, required: false });
});

describe.each(credentialNames)('%s', (name) => {
  const credentialCalled = (): ICredentialType => {
    const type = loaded.credentials.get(shortName(name));
    if (type === undefined) throw new RangeError(name);
    return type;
  };

  it('can be tested, has an icon and a page, and hides its secrets', () => {
    const type = credentialCalled();
    const testedByNode = nodeNames.some((node) =>
      (nodeCalled(node).description.credentials ?? []).some(
        (credential) => credential.name === type.name && credential.testedBy !== undefined,
      ),
    );
    expect(type.test !== undefined || testedByNode).toBe(true);
    expect(type.documentationUrl).toMatch(/^https:/);
    expect(type.iconUrl).toMatchObject({ light: expect.any(String), dark: expect.any(String) });
    // The app key of TikTok Shop is a name, which every request shows.
    const secrets = type.properties.filter(
      ({ name: field }) => /key|token|secret|password/i.test(field) && field !== 'appKey',
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const { typeOptions } of secrets) expect(typeOptions).toMatchObject({ password: true });
  });

  it('offers production, sandbox and a base URL of one’s own, where there is one', () => {
    const { name: credential, properties } = credentialCalled();
    // A mail server and a database have one address, not three environments.
    if (['returnsSmtpApi', 'returnsLedgerApi'].includes(credential)) return;
    const environment = properties.find(({ name: field }) => field === 'environment');
    expect(environment?.options?.map((option) => ('value' in option ? option.value : ''))).toEqual([
      'production',
      'sandbox',
      'custom',
    ]);
  });
});

describe('the credential tests', () => {
  /** As n8n runs the test that the nodes name for a credential. */
  async function outcome(name: string, change: object = {}): Promise<unknown> {
    const data = { ...world.credentials()[name], ...change };
    const node = nodeNames.map(nodeCalled).find(({ description }) => testOf(description, name) !== undefined);
    const test = node?.methods?.credentialTest?.[testOf(node.description, name) ?? ''];
    return test?.call({} as never, { id: '1', name, type: name, data });
  }
  const testOf = ({ credentials = [] }: INodeType['description'], name: string): string | undefined => {
    const tested = credentials.find((credential) => credential.name === name)?.testedBy;
    return typeof tested === 'string' ? tested : undefined;
  };

  it.each([
    ['returnsEasyPostApi', { apiKey: 'EZTKwrong' }, 'EZTKwrong'],
    ['returnsShopifyApi', { accessToken: 'shpat_wrong' }, 'shpat_wrong'],
    ['returnsStripeApi', { secretKey: 'sk_test_wrong' }, 'sk_test_wrong'],
    ['returnsSmtpApi', { password: 'wrong-password' }, 'wrong-password'],
  ])(
    '%s: accepts the right secret, and says what to do about a wrong one without showing it',
    async (name, wrong, secret) => {
      await expect(outcome(name)).resolves.toMatchObject({ status: 'OK' });
      const refused = await outcome(name, wrong);
      expect(refused).toMatchObject({ status: 'Error', message: expect.stringMatching(/\. .+\.$/) });
      expect(JSON.stringify(refused)).not.toContain(secret);
    },
  );

  const anywhere = (path: string): string => `${world.sandbox().url}${path}`;
  const said = async (name: string, change: object): Promise<string> =>
    z.object({ status: z.literal('Error'), message: z.string() }).parse(await outcome(name, change)).message;

  it.each(['returnsEasyPostApi', 'returnsShopifyApi', 'returnsStripeApi'])(
    '%s: says of a base URL that leads elsewhere that it is not the API',
    async (name) => {
      for (const path of ['/nope', '/mailbox']) {
        await expect(said(name, { baseUrl: anywhere(path) })).resolves.toMatch(
          /^Something answers at this address, but it is not the API of \w+\. .*base URL/,
        );
      }
    },
  );

  it.each(['returnsEasyPostApi', 'returnsShopifyApi', 'returnsStripeApi'])(
    '%s: refuses an empty base URL, and does not turn to the real provider',
    async (name) => {
      await expect(said(name, { environment: 'custom', baseUrl: '' })).resolves.toMatch(
        /Base URL is empty\. Enter the Base URL in the credential/,
      );
    },
  );

  it.each([
    ['returnsEasyPostApi', { apiKey: '' }, 'The EasyPost credential is not valid: "API Key": enter the API key.'],
    ['returnsStripeApi', { secretKey: 'pk_1' }, 'The Stripe credential is not valid: "Secret Key": expected'],
    ['returnsShopifyApi', { shop: 'my-shop.com' }, 'The Shopify credential is not valid: "Shop": expected'],
    ['returnsSmtpApi', { fromEmail: 'nonsense' }, 'The SMTP credential is not valid: "Sender Address": it is no'],
    ['returnsSmtpApi', { host: '' }, 'The SMTP credential is not valid: "Host": enter'],
  ])('%s: names the field as the editor does (%j)', async (name, change, sentence) => {
    const message = await said(name, change);
    expect(message).toContain(sentence);
    expect(message).toMatch(/save and test it\.$/);
  });

  it.each([
    ['returnShipping', 'returnShippingTrigger', carrierFamily],
    ['returnPayments', 'returnPaymentsTrigger', paymentFamily],
  ])('%s and %s take the credential of every provider of their kind', (name, triggerName, family) => {
    for (const { description } of [nodeCalled(name), nodeCalled(triggerName)]) {
      const ledger = {
        name: 'returnsLedgerApi',
        displayName: ledgerLabel,
        required: false,
        testedBy: 'ledgerTest',
      };
      expect(description.credentials).toEqual([...family.credentials, ledger]);
    }
  });

  it.each(nodeNames)('%s names a test that it has for each of its credentials', (name) => {
    const { description, methods } = nodeCalled(name);
    const missing = (description.credentials ?? []).filter(
      ({ name: credential }) =>
        loaded.credentials.get(credential)?.test === undefined &&
        methods?.credentialTest?.[testOf(description, credential) ?? ''] === undefined,
    );
    expect(missing).toEqual([]);
  });
});
