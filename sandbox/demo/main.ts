import { N8N_VERSION, showProgress } from '../host';
import { explainFailures, type ReadFailure } from './failures';
import { guideTo, placeOrderToTry } from './look-around';
import { readOptions, usage, UsageError, type DemoOptions } from './options';
import { playAll, type OnStory } from './play';
import { ensurePortsAreFree } from './ports';
import type { World } from './world';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What a shell says of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** With --json the last line of standard output is the result; everything for people goes to standard error. */
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const args = process.argv.slice(2);

/** Also where the options could not be read. */
function sayWhyInJson(error: string): void {
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, n8n: N8N_VERSION, error })}\n`);
}

const tell: OnStory = (story, result) => {
  if (result === undefined) say(`  ▸ ${story.name}: ${story.plot}`);
  else if (result.ok)
    say(`  ✓ ${story.name}: ${result.rma ?? ''} ${result.decision ?? ''}, ${result.settlement ?? ''}`);
  else say(`  ✗ ${story.name}: ${result.faults.join('; ')}`);
};

const returns = (count: number): string => `${count} ${count === 1 ? 'return' : 'returns'}`;

async function play({ chosen, headless, json, ports }: DemoOptions): Promise<number> {
  const started = Date.now();
  await ensurePortsAreFree(ports);
  const progress = showProgress();
  progress.update({ phase: 'the sandbox: getting ready' });
  // Not before: reading what the simulators are made of takes seconds, and nobody is to wait for them in silence.
  const { startWorld } = await import('./world.js');
  const world = await startWorld({ onProgress: progress.update, ports });
  progress.end();
  say(`\n${returns(chosen.length)}, on a real n8n, over real wire protocols:`);
  const results = await playAll(world, tell, chosen);
  const told = results.filter(({ ok }) => ok).length;
  const ok = told === results.length;
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`\n${told} of ${results.length} as told, in ${seconds} s.`);
  if (!ok) for (const line of explainFailures(results, await failuresOf(world))) say(`  ${line}`);
  if (!headless) {
    await placeOrderToTry(world);
    say(guideTo(world, results));
    await untilInterrupted();
  }
  say('Stopping …');
  await world.stop();
  if (json) process.stdout.write(`${JSON.stringify({ ok, n8n: N8N_VERSION, seconds, stories: results })}\n`);
  return ok ? 0 : 1;
}

async function failuresOf({ n8n: { session } }: World): Promise<ReadFailure[]> {
  const failures = await session.failures();
  return Promise.all(
    failures.map(async (failure) => ({ ...failure, data: JSON.stringify([await session.executionData(failure.id)]) })),
  );
}

/** What was started ends with this process, and what it wrote goes with it. */
function endAtOnce(): void {
  say('\nStopping …');
  sayWhyInJson('Interrupted');
  process.exit(INTERRUPTED);
}

/** Everything is as told and may end in good order; whoever cannot wait for that interrupts again. */
async function untilInterrupted(): Promise<void> {
  for (const signal of SIGNALS) process.off(signal, endAtOnce);
  await new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, resolve);
  });
  say('');
  for (const signal of SIGNALS) process.on(signal, endAtOnce);
}

async function main(): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    say(usage);
    return 0;
  }
  for (const signal of SIGNALS) process.on(signal, endAtOnce);
  return play(options);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const isMisused = error instanceof UsageError;
    say(isMisused ? `${message}. The options: npm run demo -- --help` : `\nThe demo cannot go on: ${message}`);
    sayWhyInJson(message);
    process.exit(isMisused ? 2 : 1);
  },
);
