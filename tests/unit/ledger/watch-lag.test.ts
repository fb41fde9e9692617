import { watchLag, type Lag, type LagWatch } from '../../../lib/ledger';

const MINUTE = 60_000;

describe('a watch over consumers', () => {
  let now: number;
  let lags: Lag[];
  let told: string[];
  let errors: unknown[];
  let watch: LagWatch;
  beforeEach(() => {
    jest.useFakeTimers();
    now = Date.parse('2026-01-10T10:00:00.000Z');
    [lags, told, errors] = [[], [], []];
    watch = watchLag({
      look: () => Promise.resolve(lags),
      everyMs: MINUTE,
      stuckAfterMs: 30 * MINUTE,
      clock: () => now,
      onStuck: ({ consumer, behind }) => told.push(`${consumer} stuck at ${behind}`),
      onMovedOn: ({ consumer }) => told.push(`${consumer} moved on`),
      onError: (error) => errors.push(error),
    });
  });
  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
  });

  const lagOf = (consumer: string, waitingMinutes: number, behind = 1): Lag => ({
    consumer,
    behind,
    oldestWaitingMs: waitingMinutes * MINUTE,
    inFlight: 0,
    waiting: 0,
    dead: 0,
  });
  /** A minute passes, after which the ledger says this. */
  const look = async (...found: Lag[]): Promise<void> => {
    lags = found;
    now += MINUTE;
    await jest.advanceTimersByTimeAsync(MINUTE);
  };

  it('tells once of an event that waits too long and is still waiting at the next look', async () => {
    await look(lagOf('a', 29));
    await look(lagOf('a', 30, 4));
    expect(told).toEqual([]);
    await look(lagOf('a', 31, 5));
    await look(lagOf('a', 32, 6));
    expect(told).toEqual(['a stuck at 5']);
  });

  it('says nothing of one that is late but works its backlog off', async () => {
    await look(lagOf('a', 500));
    await look(lagOf('a', 480));
    await look(lagOf('a', 440));
    await look(lagOf('a', 0));
    expect(told).toEqual([]);
  });

  it('says when a stuck one has moved on, and tells again when it gets stuck again', async () => {
    await look(lagOf('a', 40));
    await look(lagOf('a', 41));
    await look(lagOf('a', 35));
    expect(told).toEqual(['a stuck at 1', 'a moved on']);
    await look(lagOf('a', 36));
    expect(told.slice(2)).toEqual(['a stuck at 1']);
    await look(lagOf('a', 0));
    expect(told.slice(3)).toEqual(['a moved on']);
  });

  it('keeps consumers apart, and forgets those that are gone', async () => {
    await look(lagOf('a', 40), lagOf('b', 1));
    await look(lagOf('b', 2));
    await look(lagOf('a', 42), lagOf('b', 3));
    expect(told).toEqual([]);
  });

  it('goes on looking when the ledger cannot be read for once, and says so', async () => {
    watch.stop();
    let isGone = true;
    watch = watchLag({
      look: () => (isGone ? Promise.reject(new Error('gone')) : Promise.resolve([lagOf('a', 40 + now / MINUTE)])),
      everyMs: MINUTE,
      stuckAfterMs: 30 * MINUTE,
      clock: () => now,
      onStuck: ({ consumer }) => told.push(consumer),
      onError: (error) => errors.push(error),
    });
    await look();
    isGone = false;
    await look();
    await look();
    expect(errors).toEqual([new Error('gone')]);
    expect(told).toEqual(['a']);
  });

  it('looks no more once it is stopped', async () => {
    await look(lagOf('a', 40));
    watch.stop();
    await look(lagOf('a', 41));
    expect(told).toEqual([]);
  });
});
