import { createQueries } from '../../../lib/ledger/postgres/queries';
import { createServerClock } from '../../../lib/ledger/postgres/server-clock';
import { isAway, storageError } from '../../../lib/ledger/postgres/storage-error';
import { listSql, sql, withCare } from '../../../lib/ledger/sql';
import { ReturnsError } from '../../../lib/returns';

describe('a statement for PostgreSQL', () => {
  const toQuery = createQueries();

  it('has numbered places, and a name by which it is planned once', () => {
    const first = toQuery(sql`SELECT * FROM cases WHERE id = ${'a'} AND version > ${1}`, false);
    expect(first).toMatchObject({ text: 'SELECT * FROM cases WHERE id = $1 AND version > $2', values: ['a', 1] });
    const second = toQuery(sql`SELECT * FROM cases WHERE id = ${'b'} AND version > ${2}`, false);
    expect(second.name).toBe(first.name);
    expect(toQuery(sql`SELECT * FROM cases WHERE id = ${'b'}`, false).name).not.toBe(first.name);
  });

  it('holds its rows in a transaction, under another name', () => {
    const statement = withCare('hold', sql`SELECT 1 FROM cases WHERE id = ${'a'}`);
    const [reading, writing] = [toQuery(statement, false), toQuery(statement, true)];
    expect(reading.text).toBe('SELECT 1 FROM cases WHERE id = $1');
    expect(writing.text).toBe('SELECT 1 FROM cases WHERE id = $1 FOR NO KEY UPDATE');
    expect(writing.name).not.toBe(reading.name);
    expect(toQuery(withCare('hold free', sql`SELECT 1`), true).text).toBe('SELECT 1 FOR NO KEY UPDATE SKIP LOCKED');
  });

  it.each([
    'SELECT 1 FROM cases ORDER BY id LIMIT 1',
    'SELECT 1 FROM a JOIN b ON a.id = b.id',
    'DELETE FROM a WHERE NOT EXISTS (SELECT 1)',
  ])('that can be done in several ways has no name, so that it is planned for what there is: %s', (text) => {
    expect(toQuery({ text, values: [] }, true)).not.toHaveProperty('name');
  });

  it('with a long list has no name, nor has one of very many: the server keeps every named one', () => {
    const long = listSql(Array.from({ length: 30 }, (_, index) => index));
    expect(toQuery(sql`SELECT 1 WHERE 1 IN (${long})`, false)).not.toHaveProperty('name');
    const crowded = createQueries();
    const names = Array.from(
      { length: 300 },
      (_, index) => crowded({ text: `SELECT ${index}`, values: [] }, false).name,
    );
    expect(new Set(names.filter((name) => name !== undefined)).size).toBe(200);
  });
});

describe('an error of PostgreSQL', () => {
  const postgres = (code: string, more: object = {}): Error =>
    Object.assign(new Error('duplicate key (camille@example.com)'), { code, severity: 'ERROR', ...more });

  it.each([
    ['28P01', 'refused the user or the password', false],
    ['28000', 'refused the user or the password', false],
    ['3D000', 'does not exist', false],
    ['42501', 'lacks a right', false],
    ['53100', 'full', true],
    ['53300', 'no connection left', true],
    ['57P03', 'starting', true],
    ['57014', 'took too long', true],
    ['25006', 'takes no changes', true],
    ['08006', 'was lost', true],
    ['26000', 'pooler', false],
    ['ZZ999', 'could not be read or written', false],
  ])('%s becomes a ledger error that tells of "%s"', (code, words, retryable) => {
    expect(storageError(postgres(code))).toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining(words),
      description: expect.stringMatching(/\w/),
      retryable,
      context: { sqlState: code },
    });
  });

  it.each(['23505', '40001', '40P01'])('%s asks for another try', (code) => {
    expect(storageError(postgres(code))).toMatchObject({ code: 'conflict', retryable: true });
  });

  it.each([
    ['ECONNREFUSED', 'cannot be reached'],
    ['ENOTFOUND', 'cannot be reached'],
    ['ECONNRESET', 'was lost'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'not to be trusted'],
  ])('of the way to it, %s, tells of "%s"', (code, words) => {
    const error = Object.assign(new Error('connect to 10.0.0.7:5432'), { code });
    expect(storageError(error)).toMatchObject({ code: 'storage_failed', message: expect.stringContaining(words) });
  });

  it('gives away neither values of rows nor addresses', () => {
    const error = storageError(
      postgres('23505', { detail: 'Key (email)=(camille@example.com)', constraint: 'c_pkey' }),
    );
    expect(error).toMatchObject({ context: { constraint: 'c_pkey' } });
    expect(error).not.toHaveProperty('cause');
    expect(JSON.stringify(error) + String(error)).not.toContain('camille');
  });

  it('is worth waiting for only where the server is away for now', () => {
    expect(['57P03', '53300', '08006'].map((code) => isAway(postgres(code)))).toEqual([true, true, true]);
    expect(['28P01', '53100', '23505'].map((code) => isAway(postgres(code)))).toEqual([false, false, false]);
    expect(isAway(new ReturnsError('storage_failed', 'The connection was lost', { description: 'x' }))).toBe(false);
  });

  it('leaves other errors as they are', () => {
    const error = new TypeError('x');
    expect(storageError(error)).toBe(error);
  });
});

describe('the clock of a server', () => {
  const serverMs = Date.parse('2026-03-01T12:00:00.000Z');
  // The clock that counts on stands still here, or a slow machine would be in what is compared.
  beforeEach(() => {
    jest.spyOn(performance, 'now').mockReturnValue(5_000);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tells the time of the server, half of the way there and back ago', () => {
    const clock = createServerClock();
    expect(clock.isDoubtful()).toBe(true);
    const askedAt = performance.now() - 200;
    clock.set(serverMs, askedAt);
    expect(clock.isDoubtful()).toBe(false);
    expect(clock.now().getTime()).toBe(serverMs + 100);
  });

  it('goes on evenly when the time of this machine is set, and knows that it is to be asked for anew', () => {
    const clock = createServerClock();
    clock.set(serverMs, performance.now());
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now - 86_400_000);
    expect(clock.now().getTime()).toBe(serverMs);
    expect(clock.isDoubtful()).toBe(true);
    clock.set(serverMs, performance.now());
    expect(clock.isDoubtful()).toBe(false);
  });
});
