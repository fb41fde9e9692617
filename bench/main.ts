import os from 'node:os';
import { inspect, parseArgs } from 'node:util';
import { HostError, packPackage } from '../sandbox/host';
import { measures, type Measure } from './measures';
import type { Result } from './measuring/result';
import { markdownOf, tableOf } from './measuring/table';

const usage = `Usage: npm run bench -- [--only id,id] [--json] [--markdown] [--no-build]

  --only      measure these alone: ${measures.map(({ id }) => id).join(', ')}
  --json      end with one line of JSON on standard output
  --markdown  print the table for docs/benchmarks.md on standard output
  --no-build  take dist/ as it is`;

class UsageError extends Error {}

const say = (text: string): void => {
  console.error(text);
};

function readArguments() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, { cause: error });
  }
}

function chosenMeasures(only: string | undefined): readonly Measure[] {
  if (only === undefined) return measures;
  const ids = only.split(',').map((id) => id.trim());
  const unknown = ids.filter((id) => !measures.some((measure) => measure.id === id));
  if (unknown.length > 0) throw new UsageError(`There is no measure ${unknown.join(', ')}.\n\n${usage}`);
  return measures.filter(({ id }) => ids.includes(id));
}

async function main(): Promise<void> {
  const options = readArguments();
  if (options.help) {
    console.log(usage);
    return;
  }
  const chosen = chosenMeasures(options.only);
  if (options.build) {
    say('Building the package if a source has changed ...');
    await packPackage();
  }
  const machine = `Node.js ${process.version}, ${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}), ${os.type()}`;
  say(machine);
  const results: Result[] = [];
  for (const { id, run } of chosen) {
    say(`Measuring ${id} ...`);
    const result = await run();
    if (result.missing !== undefined) say(`  Not measured. ${result.missing}`);
    results.push(result);
  }
  say(`\n${tableOf(results)}\n`);
  if (options.markdown) console.log(`${machine}\n\n${markdownOf(results)}`);
  if (options.json) console.log(JSON.stringify({ results }));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const expected = error instanceof UsageError || error instanceof HostError;
    if (expected) say(error.message);
    else say(inspect(error));
    process.exit(1);
  },
);
