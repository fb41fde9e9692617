import { createPacer } from '../../../lib/shops/shopify/pacer';

const cost = (requestedQueryCost: number, currentlyAvailable: number) => ({
  requestedQueryCost,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
});

describe('the pace of calls to a shop', () => {
  let time = 0;
  let waits: number[] = [];
  const clock = {
    now: () => time,
    sleep: (ms: number) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
  beforeEach(() => {
    time = 1_000_000;
    waits = [];
  });

  it('is free while the bucket holds enough, and where nothing is known of it', async () => {
    const pacer = createPacer();
    await pacer.enter('A', clock);
    pacer.note('A', cost(100, 1500), time);
    await pacer.enter('A', clock);
    expect(waits).toEqual([]);
  });

  it('waits for what the operation cost last time, as the bucket fills', async () => {
    const pacer = createPacer();
    pacer.note('A', cost(300, 100), time);
    time += 500;
    await pacer.enter('A', clock);
    // 100 and the 50 of half a second are there; 150 more take a second and a half.
    expect(waits).toEqual([1500]);
  });

  it('counts what calls on their way will take', async () => {
    const pacer = createPacer();
    pacer.note('A', cost(300, 700), time);
    await Promise.all([1, 2, 3].map(() => pacer.enter('A', clock)));
    expect(waits).toEqual([2000]);
  });

  it('lets one call try after a refusal, the others wait behind it', async () => {
    const pacer = createPacer();
    pacer.note('A', cost(200, 0), time);
    pacer.hold(2100, time);
    await Promise.all(Array.from({ length: 4 }, () => pacer.enter('A', clock)));
    expect(waits[0]).toBe(2100);
    expect(waits.slice(1).every((wait) => wait > 1800 && wait <= 2000)).toBe(true);
  });

  it('asks for no more than the bucket can ever hold', async () => {
    const pacer = createPacer();
    pacer.note('A', cost(5000, 0), time);
    await pacer.enter('A', clock);
    expect(waits).toEqual([20_000]);
  });

  it('goes on when somebody who waited has given up', async () => {
    const pacer = createPacer();
    pacer.note('A', cost(200, 0), time);
    const stopped = { ...clock, sleep: () => Promise.reject(new Error('stopped')) };
    await expect(pacer.enter('A', stopped)).rejects.toThrow('stopped');
    await expect(pacer.enter('A', clock)).resolves.toBeUndefined();
  });
});
