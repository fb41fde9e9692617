import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { Client } from 'pg';
import { checkLedger, openLedgerAt, type LedgerTls, type PostgresLocation } from '../../lib/ledger';
import { isReturnsError } from '../../lib/returns';
import { startPostgres, type PostgresServer } from '../support/postgres-server';
import { until } from '../support/until';
import { newPlace } from './support';

/** What a person reads who enters an address that cannot work. */
describe('an address of a ledger', () => {
  let server: PostgresServer;
  let plain: PostgresServer;
  beforeAll(async () => {
    [server, plain] = await Promise.all([
      startPostgres({ fsync: false, tls: true }),
      startPostgres({ fsync: false, settings: { max_connections: 20, superuser_reserved_connections: 3 } }),
    ]);
    await plain.psql(`CREATE ROLE reader LOGIN PASSWORD 'test-only'`);
  });
  afterAll(() => Promise.all([server.stop(), plain.stop()]));

  /** What both the check and the first use answer. */
  const refusalOf = async (location: PostgresLocation): Promise<{ message: string; text: string }> => {
    const errors = await Promise.all(
      [checkLedger(location), openLedgerAt(location, { patienceMs: 5_000 })].map((attempt) =>
        attempt.then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    );
    const [checked, used] = errors.map((error) => {
      if (!isReturnsError(error)) throw new TypeError('It works, or fails in no way that is known');
      expect(error.description).toMatch(/\w/);
      return { code: error.code, message: error.message, text: inspect(error) };
    });
    expect(checked?.code).toBe('storage_failed');
    expect(used?.message).toBe(checked?.message);
    return { message: checked?.message ?? '', text: `${checked?.text ?? ''}${used?.text ?? ''}` };
  };
  const secret = 'zu-geheim-42';

  it.each([
    ['a wrong password', { password: secret }, 'refused the user or the password'],
    ['no password', { password: '' }, 'refused the user or the password'],
    ['an unknown user', { user: 'nobody-known' }, 'refused the user or the password'],
    ['a database that is not there', { database: 'nowhere' }, 'database of the returns ledger does not exist'],
    ['a host that is not there', { host: 'nowhere.invalid' }, 'cannot be reached'],
    ['a port at which nothing listens', { port: 1 }, 'cannot be reached'],
    ['a folder without a socket', { host: '/nowhere' }, 'cannot be reached'],
    ['TLS where the server speaks none', { ssl: { mode: 'require' } }, 'speaks no TLS'],
  ] as const)('with %s is refused in words that say so, and give nothing away', async (_, change, words) => {
    const { message, text } = await refusalOf({ ...newPlace(plain.location), ...change });
    expect(message).toContain(words);
    for (const detail of [secret, 'nobody-known', 'nowhere', '127.0.0.1', String(plain.location.port)]) {
      expect(text.replaceAll(/\(?\S+:\d+:\d+\)?/g, '')).not.toContain(detail);
    }
  });

  const withTls = (ssl: LedgerTls, host = 'localhost'): PostgresLocation => ({
    ...newPlace(server.location),
    host,
    ssl,
  });
  const ca = (): string => readFileSync(server.ca ?? '', 'utf8');

  it.each([
    ['encrypted, whoever answers', () => withTls({ mode: 'require' }, '127.0.0.1')],
    ['verified by a file', () => withTls({ mode: 'verify', caFile: server.ca ?? '' })],
    ['verified by a certificate', () => withTls({ mode: 'verify', ca: ca() })],
  ])('%s works', async (_, location) => {
    await checkLedger(location());
    const ledger = await openLedgerAt(location());
    expect((await ledger.findCases({}, { limit: 1 })).items).toEqual([]);
    await ledger.close();
  });

  it.each([
    ['of an authority that nobody trusts', () => withTls({ mode: 'verify' }), 'not to be trusted'],
    ['for another name', () => withTls({ mode: 'verify', ca: ca() }, '127.0.0.1'), 'not to be trusted'],
    [
      'without its file',
      () => withTls({ mode: 'verify', caFile: '/nowhere/ca.pem' }),
      'certificates of the ledger cannot be read',
    ],
  ])('with a certificate %s is refused', async (_, location, words) => {
    expect((await refusalOf(location())).message).toContain(words);
  });

  it('is encrypted where it is to be', async () => {
    const ledger = await openLedgerAt(withTls({ mode: 'verify', ca: ca() }));
    const encrypted = await server.psql(
      `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'n8n-nodes-returns'`,
    );
    expect(encrypted).toBe('t');
    await ledger.close();
  });

  const asReader = (schema: string): PostgresLocation => ({ ...plain.location, user: 'reader', schema });

  it('whose user may not make a schema is refused, and told how one is made', async () => {
    const { message, text } = await refusalOf(asReader('private'));
    expect(message).toContain('may not create the schema "private"');
    expect(text).toContain('CREATE SCHEMA');
  });

  it('whose user may not use the schema or its tables is refused by the check', async () => {
    const place = newPlace(plain.location);
    await (await openLedgerAt(place)).close();
    await expect(checkLedger(asReader(place.schema))).rejects.toMatchObject({ message: /may not use the schema/ });
    await plain.psql(`GRANT USAGE, CREATE ON SCHEMA "${place.schema}" TO reader`);
    await expect(checkLedger(asReader(place.schema))).rejects.toMatchObject({ message: /may not use tables/ });
    await plain.psql(`GRANT SELECT ON ALL TABLES IN SCHEMA "${place.schema}" TO reader`);
    const reading = await openLedgerAt(asReader(place.schema));
    await expect(reading.receive('shopify', 'd-1')).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: false,
      message: expect.stringContaining('lacks a right'),
    });
    expect((await reading.findCases({}, { limit: 1 })).items).toEqual([]);
    await reading.close();
    await plain.psql(`GRANT ALL ON ALL TABLES IN SCHEMA "${place.schema}" TO reader`);
    await checkLedger(asReader(place.schema));
  });

  it('of a ledger of a newer version, or of another program, is refused', async () => {
    const place = newPlace(plain.location);
    await (await openLedgerAt(place)).close();
    await plain.psql(`UPDATE "${place.schema}".returns_ledger SET version = 99`);
    expect((await refusalOf(place)).message).toContain('schema 99');
    const other = newPlace(plain.location);
    await plain.psql(`CREATE SCHEMA "${other.schema}" AUTHORIZATION returns; CREATE TABLE "${other.schema}".theirs ();
      ALTER TABLE "${other.schema}".theirs OWNER TO returns`);
    expect((await refusalOf(other)).message).toContain('tables of another program');
  });

  it('that is right passes, and leaves nothing behind', async () => {
    const place = newPlace(plain.location);
    await checkLedger(place);
    expect(await plain.psql(`SELECT COUNT(*) FROM pg_namespace WHERE nspname = '${place.schema}'`)).toBe('0');
  });

  it('of a server without a free connection is refused as such, and works once there is one', async () => {
    const place = newPlace(plain.location);
    const { kind: _, ssl: __, ...address } = plain.location;
    const crowd: Client[] = [];
    const isLetIn = async (): Promise<boolean> => {
      const client = new Client(address);
      client.on('error', () => undefined);
      crowd.push(client);
      return await client.connect().then(
        () => true,
        () => false,
      );
    };
    while (await isLetIn());
    expect((await refusalOf(place)).message).toContain('no connection left');
    for (const client of crowd) await client.end();
    await until(async () => (await checkLedger(place).catch(() => 'full')) !== 'full');
  });

  it('of a standby, which takes no changes, is refused', async () => {
    await plain.psql('ALTER DATABASE returns SET default_transaction_read_only = on');
    await expect(checkLedger(newPlace(plain.location))).rejects.toMatchObject({ message: /takes no changes/ });
    await expect(openLedgerAt(newPlace(plain.location))).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('takes no changes'),
    });
    await plain.psql('ALTER DATABASE returns SET default_transaction_read_only = off', 'postgres');
  });
});
