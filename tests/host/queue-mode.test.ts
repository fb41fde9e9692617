import { playOne } from '../../sandbox/demo/play';
import { stories } from '../../sandbox/demo/stories';
import { startWorld, type World } from '../../sandbox/demo/world';
import { startQueueServices, type QueueServices } from '../support/queue-mode';

const START_MS = 30 * 60_000;
const STORY_MS = 4 * 60_000;

/** One server that takes the triggers and webhooks, two workers that run the executions, one ledger for all three. */
describe('every story on an n8n in queue mode', () => {
  let services: QueueServices;
  let world: World;

  beforeAll(async () => {
    services = await startQueueServices();
    world = await startWorld({ onProgress: () => undefined, env: services.env, workers: 2 });
  }, START_MS);

  afterAll(async () => {
    await world.stop();
    await services.stop();
  }, STORY_MS);

  test.each(stories.map((story) => [story.name, story.plot, story] as const))(
    '%s: %s',
    async (_name, _plot, story) => {
      const result = await playOne(world, story, () => undefined);
      expect(result).toMatchObject({ faults: [], ok: true });
    },
    STORY_MS,
  );

  it('ran them in the workers', async () => {
    const logs = await Promise.all(world.n8n.workers.map((worker) => worker.logs()));
    for (const log of logs) expect(log).toMatch(/Worker finished execution \d+/);
  });

  it('leaves nothing failed but what the killed server had to leave to the next try', async () => {
    const failures = await world.n8n.session.failures();
    const untold = failures.filter(({ status, message }) => status !== 'crashed' && !isStillHeld(message));
    expect(untold).toEqual([]);
  });
});

/** A worker outlives the server that the crash story kills, and finishes the step that the next try then meets. */
const isStillHeld = (message: string | undefined): boolean => /is being done by another run$/.test(message ?? '');

describe('the embedded ledger in queue mode', () => {
  let services: QueueServices;

  beforeAll(async () => {
    services = await startQueueServices();
  }, START_MS);

  afterAll(() => services.stop(), STORY_MS);

  it(
    'is refused with a sentence that says what to do',
    async () => {
      const { N8N_RETURNS_LEDGER_URL: _ledger, ...env } = services.env;
      const start = startWorld({ onProgress: () => undefined, env, workers: 1 });
      await expect(start).rejects.toMatchObject({ advice: expect.stringContaining('N8N_RETURNS_LEDGER_URL') });
    },
    STORY_MS,
  );
});
