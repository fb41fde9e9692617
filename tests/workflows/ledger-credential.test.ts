import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { ledgerLocation } from '../../nodes/shared/ledger-location';
import { loadPackage } from './support/n8n-nodes';
import { pick } from './support/pick';
import { runNode } from './support/run-node';
import type { Run } from './support/run-workflow';
import { openCase, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();
const folder = mkdtempSync(join(tmpdir(), 'returns-credential-'));
const set = (name: string, value: string): void => {
  process.env[name] = value;
};
const variables = [
  'N8N_RETURNS_LEDGER_URL',
  'N8N_RETURNS_LEDGER_URL_FILE',
  'EXECUTIONS_MODE',
  'N8N_MULTI_MAIN_SETUP_ENABLED',
];
afterEach(() => {
  for (const name of variables) Reflect.deleteProperty(process.env, name);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const find = (returnsLedgerApi?: ICredentialDataDecryptedObject): Promise<Run> =>
  runNode({
    type: 'returnCase',
    parameters: { operation: 'find' },
    items: [{}],
    credentials: returnsLedgerApi ? { returnsLedgerApi } : {},
  });

const elsewhere: ICredentialDataDecryptedObject = { store: 'embedded', file: join(folder, 'elsewhere.sqlite') };

/** As much of a node as says where its ledger is. */
const nodeWith = (stored?: object): Parameters<typeof ledgerLocation>[0] => ({
  getNode: () => ({
    id: '1',
    name: 'node',
    type: 'returnCase',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    ...(stored && { credentials: { returnsLedgerApi: { id: '1', name: 'ledger' } } }),
  }),
  getCredentials: () => (stored ? Promise.resolve(stored) : Promise.reject(new RangeError('n8n throws here'))),
});

/** Nothing listens there. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 1;
}

const postgres = async (): Promise<ICredentialDataDecryptedObject> => ({
  store: 'postgres',
  host: '127.0.0.1',
  port: await closedPort(),
  database: 'returns',
  user: 'returns',
  password: 'hush-4711',
  schema: 'returns',
  tls: 'disable',
  ca: '',
});

describe('where a node finds the ledger', () => {
  it('without a credential: where the environment says', async () => {
    await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest());
    expect((await find()).json('node')).toHaveLength(1);
  });

  it('with a credential: where that says, for its operations and its pickers', async () => {
    await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest());
    expect((await find(elsewhere)).json('node')).toEqual([]);
    const opened = await runNode({
      type: 'returnCase',
      parameters: { operation: 'open' },
      items: [{ request: teeRequest({ externalId: 'there' }), order: stripeOrder('pi_1', { name: 'AL-9' }) }],
      credentials: { returnsLedgerApi: elsewhere },
    });
    expect(opened.json('node')).toMatchObject([{ case: { orderName: 'AL-9' } }]);
    const { results } = await pick({
      type: 'returnCase',
      method: 'searchCases',
      credentials: { returnsLedgerApi: elsewhere },
    });
    expect(results.map(({ name }) => name)).toEqual([expect.stringContaining('AL-9')]);
    expect((await find()).json('node')).toHaveLength(1);
  });

  it('in PostgreSQL when the environment says so, and waits for it no longer than it has to', async () => {
    set('N8N_RETURNS_LEDGER_URL', `postgres://returns:hush-4711@127.0.0.1:${await closedPort()}/returns`);
    const run = await find();
    expect(run.error?.message).toBe('The PostgreSQL of the returns ledger cannot be reached');
    expect(JSON.stringify(run.error)).not.toContain('hush-4711');
  });

  it.each(['N8N_RETURNS_LEDGER_URL', 'N8N_RETURNS_LEDGER_URL_FILE'])('by %s before any file', async (name) => {
    const url = 'postgres://returns:hush-4711@db.example:5433/shop?sslmode=verify-full&schema=lune';
    const file = join(folder, 'url');
    writeFileSync(file, `${url}\n`);
    set(name, name.endsWith('_FILE') ? file : url);
    expect(await ledgerLocation(nodeWith())).toEqual({
      kind: 'postgres',
      host: 'db.example',
      port: 5433,
      database: 'shop',
      user: 'returns',
      password: 'hush-4711',
      schema: 'lune',
      ssl: { mode: 'verify' },
    });
  });

  it.each([
    [{ tls: 'disable' }, { mode: 'disable' }],
    [{ tls: 'require', ca: 'kept for later' }, { mode: 'require' }],
    [{ tls: 'verify' }, { mode: 'verify' }],
    [
      { tls: 'verify', ca: ' -----BEGIN CERTIFICATE----- ' },
      { mode: 'verify', ca: '-----BEGIN CERTIFICATE-----' },
    ],
  ])('by the credential, with %j', async (change, ssl) => {
    const { port, ...stored } = await postgres();
    expect(await ledgerLocation(nodeWith({ ...stored, ...change, port, host: ' db.example ' }))).toEqual({
      kind: 'postgres',
      host: 'db.example',
      port,
      database: 'returns',
      user: 'returns',
      password: 'hush-4711',
      schema: 'returns',
      ssl,
    });
  });

  it.each([
    ['N8N_RETURNS_LEDGER_URL', 'mysql://root:hush-4711@db/returns', 'cannot be used'],
    ['N8N_RETURNS_LEDGER_URL_FILE', '/nowhere/url', 'cannot be read'],
  ])('says what is wrong with %s=%s, without repeating a secret', async (name, value, words) => {
    set(name, value);
    const run = await find();
    expect(run.error).toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringContaining(words),
      description: expect.stringContaining('[invalid_input]'),
    });
    expect(JSON.stringify(run.error)).not.toContain('hush-4711');
  });

  it.each([
    ['host', ' ', 'Host'],
    ['database', '', 'Database'],
    ['user', '', 'User'],
    ['port', 'five', 'Port'],
    ['port', 70_000, 'Port'],
  ])('wants a %s in the credential, not %j', async (field, value, label) => {
    const run = await find({ ...(await postgres()), [field]: value });
    expect(run.error?.message).toBe(`The credential of the returns ledger has no valid ${label}`);
  });
});

describe.each([
  ['EXECUTIONS_MODE', 'queue'],
  ['EXECUTIONS_MODE', '"queue"'],
  ['N8N_MULTI_MAIN_SETUP_ENABLED', 'true'],
])('with %s=%s', (name, value) => {
  it('refuses the embedded ledger, and says what to set', async () => {
    set(name, value);
    for (const run of [await find(), await find(elsewhere)]) {
      expect(run.error).toMatchObject({
        name: 'NodeOperationError',
        message: expect.stringMatching(/^The embedded returns ledger cannot be used with /),
        description: expect.stringMatching(/N8N_RETURNS_LEDGER_URL=postgres:.*Returns Ledger API/),
      });
    }
  });

  it('takes a ledger in PostgreSQL', async () => {
    set(name, value);
    expect(await ledgerLocation(nodeWith(await postgres()))).toMatchObject({ kind: 'postgres' });
  });
});

describe('the test of the credential', () => {
  async function outcome(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult | undefined> {
    const { nodes } = await loadPackage();
    const test = nodes.get('returnCase')?.methods?.credentialTest?.['ledgerTest'];
    return test?.call({} as never, { id: '1', name: 'ledger', type: 'returnsLedgerApi', data });
  }

  it('accepts a file that can be written', async () => {
    expect(await outcome(elsewhere)).toMatchObject({ status: 'OK' });
    expect(await outcome({ store: 'embedded', file: '' })).toMatchObject({ status: 'OK' });
  });

  it('says what to do about a file that cannot be', async () => {
    writeFileSync(join(folder, 'plain'), 'not a folder');
    const refused = await outcome({ store: 'embedded', file: join(folder, 'plain', 'ledger.sqlite') });
    expect(refused).toMatchObject({ status: 'Error', message: expect.stringMatching(/\. .+\.$/) });
  });

  it('says what to do about a server that is not there, without the password', async () => {
    const refused = await outcome(await postgres());
    expect(refused).toMatchObject({ status: 'Error', message: expect.stringMatching(/cannot be reached\. .+\.$/) });
    expect(JSON.stringify(refused)).not.toContain('hush-4711');
  });

  it('refuses the embedded store in queue mode already there', async () => {
    set('EXECUTIONS_MODE', 'queue');
    expect(await outcome(elsewhere)).toMatchObject({ status: 'Error', message: expect.stringContaining('queue') });
  });
});

it('every node that opens the ledger may have the credential, and needs it not', async () => {
  const { nodes } = await loadPackage();
  const without = [...nodes.values()]
    .filter(({ description }) => !description.credentials?.some(({ name }) => name === 'returnsLedgerApi'))
    .map(({ description }) => description.name);
  expect(without).toEqual([]);
  for (const { description } of nodes.values()) {
    const own = description.credentials?.find(({ name }) => name === 'returnsLedgerApi');
    expect([description.name, own?.required ?? false]).toEqual([description.name, false]);
  }
});
