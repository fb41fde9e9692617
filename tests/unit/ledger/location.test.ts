import { parseLedgerUrl } from '../../../lib/ledger';
import { isReturnsError } from '../../../lib/returns';
import { fc } from '../../support/properties';

describe('the URL of a ledger', () => {
  const place = {
    kind: 'postgres',
    host: 'db.example.com',
    port: 5432,
    database: 'n8n',
    user: 'returns',
    password: 's3cret',
    ssl: { mode: 'disable' },
  };

  it.each([
    ['postgres://returns:s3cret@db.example.com/n8n', {}],
    ['postgresql://returns:s3cret@db.example.com:6543/n8n', { port: 6543 }],
    ['postgres://returns:s3cret@db.example.com/n8n?sslmode=require', { ssl: { mode: 'require' } }],
    ['postgres://returns:s3cret@db.example.com/n8n?sslmode=verify-full', { ssl: { mode: 'verify' } }],
    [
      'postgres://returns:s3cret@db.example.com/n8n?sslmode=verify-ca&sslrootcert=/etc/ca.pem&schema=returns_eu',
      { ssl: { mode: 'verify', caFile: '/etc/ca.pem' }, schema: 'returns_eu' },
    ],
    ['postgres://returns:p%40ss%3A%2F@[::1]/n8n', { host: '::1', password: 'p@ss:/' }],
    ['postgres://returns@localhost/n8n?host=/var/run/postgresql', { host: '/var/run/postgresql', password: '' }],
  ])('%s names its place', (url, change) => {
    expect(parseLedgerUrl(url)).toEqual({ ...place, ...change });
  });

  const refusalOf = (url: string): unknown => {
    try {
      return parseLedgerUrl(url);
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['', /no postgres:/],
    ['/home/node/ledger.sqlite', /no postgres:/],
    ['mysql://returns:s3cret@db.example.com/n8n', /no postgres:/],
    ['postgres://returns:s3cret@db.example.com', /names no database/],
    ['postgres://returns:s3cret@db.example.com/%2E', /names no database/],
    ['postgres://db.example.com/n8n', /names no user/],
    ['postgres://returns:s3cret@/n8n', /no postgres:|names no host/],
    ['postgres://returns:s3cret@db.example.com/n8n?sslmode=prefer', /sslmode/],
    ['postgres://returns:s3cret@db.example.com/n8n?sslmod=require', /sslmode/],
    ['postgres://returns:s3cret%@db.example.com/n8n', /"%"/],
  ])('%s is refused', (url, message) => {
    expect(refusalOf(url)).toMatchObject({ code: 'invalid_input', message: expect.stringMatching(message) });
  });

  it('is read or refused, whatever it is, and never repeated in the refusal', () => {
    const part = fc.stringMatching(/^[\w.%:@/?&=#[\]~-]{4,30}$/);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          part.map((text) => `postgres://u:geheim-${text}@h/${text}?${text}`),
        ),
        (text) => {
          try {
            expect(parseLedgerUrl(text).port).toBeGreaterThanOrEqual(0);
          } catch (error) {
            expect(isReturnsError(error) && error.code).toBe('invalid_input');
            expect(JSON.stringify(error) + String(error)).not.toContain('geheim');
          }
        },
      ),
    );
  });

  it('gives back what was written into it', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    // A URL takes these for steps in a path, percent-encoded or not.
    const name = word.filter((text) => !['.', '..'].includes(text));
    fc.assert(
      fc.property(word, word, name, (user, password, database) => {
        const url = `postgres://${[user, password].map(encodeURIComponent).join(':')}@h/${encodeURIComponent(database)}`;
        expect(parseLedgerUrl(url)).toMatchObject({ user, password, database });
      }),
    );
  });
});
