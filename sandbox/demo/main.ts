import { parseArgs } from 'node:util';
import { N8N_VERSION, showProgress } from '../host';
import { playAll, type OnStory } from './play';
import type { Story, StoryResult } from './story';
import { stories } from './stories';
import { startWorld, type World } from './world';

const PORTS = { sandbox: 4010, smtp: 4025, n8n: 5678 };

const { values: options } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    story: { type: 'string', multiple: true, default: [] },
  },
});

/** With --json the last line of standard output is the result; everything for people goes to standard error. */
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const tell: OnStory = (story, result) => {
  if (result === undefined) say(`  ▸ ${story.name}: ${story.plot}`);
  else if (result.ok)
    say(`  ✓ ${story.name}: ${result.rma ?? ''} ${result.decision ?? ''}, ${result.settlement ?? ''}`);
  else say(`  ✗ ${story.name}: ${result.faults.join('; ')}`);
};

async function main(): Promise<number> {
  const started = Date.now();
  const chosen = chosenStories(options.story);
  const progress = showProgress();
  const world = await startWorld({ onProgress: progress.update, ...(!options.headless && { ports: PORTS }) });
  progress.end();
  say(`\n${chosen.length} returns, on a real n8n, over real wire protocols:`);
  const results = await playAll(world, tell, chosen);
  const ok = results.every((result) => result.ok);
  if (!ok) await explain(world);
  const seconds = Math.round((Date.now() - started) / 1000);
  if (!options.headless) await stayOpen(world, results);
  await world.stop();
  if (options.json) process.stdout.write(`${JSON.stringify({ ok, n8n: N8N_VERSION, seconds, stories: results })}\n`);
  return ok ? 0 : 1;
}

/** Those that were named; all of them when none was. @throws RangeError for a name that no story has */
function chosenStories(names: readonly string[]): readonly Story[] {
  if (names.length === 0) return stories;
  return names.map((name) => {
    const story = stories.find((one) => one.name === name);
    if (story) return story;
    throw new RangeError(`there is no story ${name}; there are ${stories.map((one) => one.name).join(', ')}`);
  });
}

/** What n8n says of the executions that failed: the place to look first. */
async function explain(world: World): Promise<void> {
  for (const failure of await world.n8n.session.failures()) say(`  n8n: ${JSON.stringify(failure)}`);
}

async function stayOpen(world: World, results: readonly StoryResult[]): Promise<void> {
  const rma = results.find((result) => result.rma !== null)?.rma ?? '';
  const { url, owner } = world.n8n;
  say(`
Look around:
  n8n editor       ${url}   log in as ${owner.email} with ${owner.password}
  return form      ${url}/form/return   for example order #1002, nora.haddad@shopper.example
  warehouse form   ${url}/form/inspect
  mailbox          ${world.sandbox.url}/mailbox
  sandbox          ${world.sandbox.url}/   scan parcels, fail payments, turn the clock
  a timeline       ${world.timelineUrl(rma)}

Ctrl+C ends it all.`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(`\nThe demo cannot go on: ${error instanceof Error ? error.message : String(error)}`);
    if (options.json)
      process.stdout.write(`${JSON.stringify({ ok: false, n8n: N8N_VERSION, error: String(error) })}\n`);
    process.exit(1);
  },
);
