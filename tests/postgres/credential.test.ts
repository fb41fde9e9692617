import { randomBytes } from 'node:crypto';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import type { PostgresLocation } from '../../lib/ledger';
import { dropSchema, testServer } from '../support/postgres-server';
import { loadPackage } from '../workflows/support/n8n-nodes';
import { pick } from '../workflows/support/pick';
import { runNode } from '../workflows/support/run-node';
import { stripeOrder, teeRequest } from '../workflows/support/stories';

/** As a person enters it in n8n, against a server that is there. */
describe('the credential of a ledger in PostgreSQL', () => {
  const location: PostgresLocation = { ...testServer(), schema: `nodes_${randomBytes(6).toString('hex')}` };
  const { host, port, database, user, password, schema = '' } = location;
  const returnsLedgerApi: ICredentialDataDecryptedObject = {
    store: 'postgres',
    host,
    port,
    database,
    user,
    password,
    schema,
    tls: 'disable',
    ca: '',
  };
  afterAll(() => dropSchema(location));

  const outcome = async (
    change: ICredentialDataDecryptedObject = {},
  ): Promise<INodeCredentialTestResult | undefined> => {
    const { nodes } = await loadPackage();
    const data = { ...returnsLedgerApi, ...change };
    const test = nodes.get('returnEmail')?.methods?.credentialTest?.['ledgerTest'];
    return test?.call({} as never, { id: '1', name: 'ledger', type: 'returnsLedgerApi', data });
  };

  it('is accepted before the schema is there, and makes none', async () => {
    expect(await outcome()).toMatchObject({ status: 'OK' });
    expect(await outcome()).toMatchObject({ status: 'OK' });
  });

  it.each([
    [{ password: 'hush-4711' }, 'refused the user or the password'],
    [{ user: 'nobody', password: 'hush-4711' }, 'refused the user or the password'],
    [{ database: 'no_such_database' }, 'does not exist'],
    [{ tls: 'verify' }, 'speaks no TLS'],
  ])('with %j says what is wrong and what to do, and no password', async (change, words) => {
    const refused = await outcome(change);
    expect(refused).toMatchObject({ status: 'Error', message: expect.stringMatching(/\. .+\.$/) });
    expect(refused?.message).toMatch(words);
    expect(refused?.message).not.toMatch(/hush-4711/);
    expect(refused?.message).not.toContain(password);
  });

  it('serves nodes and pickers, whatever the environment says', async () => {
    const opened = await runNode({
      type: 'returnCase',
      parameters: { operation: 'open' },
      items: [{ request: teeRequest(), order: stripeOrder('pi_1', { name: 'AL-77' }) }],
      credentials: { returnsLedgerApi },
    });
    expect(opened.json('node')).toMatchObject([{ case: { orderName: 'AL-77', decision: 'requested' } }]);
    const approved = await runNode({
      type: 'returnCase',
      parameters: { operation: 'command', command: 'approve' },
      items: opened.json('node'),
      credentials: { returnsLedgerApi },
    });
    expect(approved.json('node')).toMatchObject([{ case: { decision: 'approved', version: 2 } }]);
    const { results } = await pick({
      type: 'returnShipping',
      method: 'searchCases',
      credentials: { returnsLedgerApi },
      filter: 'AL-77',
    });
    expect(results).toEqual([{ name: expect.stringContaining('AL-77 · approved'), value: expect.any(String) }]);
  });
});
