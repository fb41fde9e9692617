import { renewToken, type KeptToken } from '../../nodes/shared/renew-token';

/** A credential in n8n's database, and a provider that takes what it is renewed by once. */
function credential(changes: Partial<KeptToken> = {}) {
  const state = { stored: 'old', fetched: 0 };
  const waits: number[] = [];
  const token: KeptToken = {
    credential: 'type/1',
    read: () => Promise.resolve(state.stored),
    fetchAnother: async () => {
      state.fetched += 1;
      await Promise.resolve();
      state.stored = `token ${state.fetched}`;
    },
    failure: (cause) => cause ?? new Error('no other token'),
    ...changes,
  };
  const renew = (refused: string, whileWaiting: (waited: number) => void = () => undefined) =>
    renewToken(token, refused, (ms) => {
      waits.push(ms);
      whileWaiting(waits.length);
      return Promise.resolve();
    });
  return { state, waits, renew };
}

const used = new Error('this refresh token was used');
const refusing = { fetchAnother: () => Promise.reject(used) };

describe('the renewal of a token', () => {
  it('happens once, however many ask, and again after that', async () => {
    const { renew, waits } = credential();
    await expect(Promise.all([1, 2, 3].map(() => renew('old')))).resolves.toEqual(['token 1', 'token 1', 'token 1']);
    await expect(renew('token 1')).resolves.toBe('token 2');
    expect(waits).toEqual([]);
  });

  it('is not needed where another process has renewed it before', async () => {
    const { renew, state } = credential();
    await expect(renew('an older one')).resolves.toBe('old');
    expect(state.fetched).toBe(0);
  });

  it('that comes second to another process takes what that one saves', async () => {
    const { renew, state } = credential(refusing);
    const saved = renew('old', (waited) => {
      if (waited === 2) state.stored = 'theirs';
    });
    await expect(saved).resolves.toBe('theirs');
  });

  it('that fails says why within seconds, and does not stand in the way of the next', async () => {
    const { renew, state, waits } = credential(refusing);
    await expect(renew('old')).rejects.toBe(used);
    expect(waits.reduce((sum, ms) => sum + ms)).toBeLessThanOrEqual(3000);
    state.stored = 'entered by hand';
    await expect(renew('old')).resolves.toBe('entered by hand');
  });

  it('that brings nothing is a failure too', async () => {
    const { renew } = credential({ fetchAnother: () => Promise.resolve() });
    await expect(renew('old')).rejects.toThrow('no other token');
  });
});
