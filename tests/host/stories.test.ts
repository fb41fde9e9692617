import { playOne } from '../../sandbox/demo/play';
import { stories } from '../../sandbox/demo/stories';
import { startWorld, type World } from '../../sandbox/demo/world';

const INSTALL_AND_START_MS = 30 * 60_000;
const STORY_MS = 4 * 60_000;

/** The real n8n, with this package installed as n8n installs it, and every template active. */
describe('every story on a real n8n', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ onProgress: () => undefined });
  }, INSTALL_AND_START_MS);

  afterAll(async () => {
    await world.stop();
  }, STORY_MS);

  test.each(stories.map((story) => [story.name, story.plot, story] as const))(
    '%s: %s',
    async (_name, _plot, story) => {
      const result = await playOne(world, story, () => undefined);
      expect(result).toMatchObject({ faults: [], ok: true });
    },
    STORY_MS,
  );

  it('leaves no execution that failed without being told', async () => {
    const failures = await world.n8n.session.failures();
    // The crash story kills n8n in the middle of one run; n8n marks that run as crashed.
    expect(failures.filter(({ status }) => status !== 'crashed')).toEqual([]);
  });
});
