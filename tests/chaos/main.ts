import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { showProgress } from '../../sandbox/host';
import { runChaos } from './run-chaos';
import { stores } from './services';

const usage = `Usage: npm run chaos -- [--returns 200] [--kills 20] [--seed 1] [--store sqlite|postgres]
                        [--workers 2] [--keep] [--json]

  --returns  how many returns are sent in
  --kills    how many times n8n is killed meanwhile
  --seed     plans returns, kills and faults
  --store    where the ledger is: a file (default), or a PostgreSQL server that is started for it
  --workers  runs n8n in queue mode with so many workers, which are killed as well; the ledger is in PostgreSQL
  --keep     leaves n8n's folder, with its log and the ledger, where it is
  --json     end with one line of JSON on standard output`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

class UsageError extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        returns: { type: 'string', default: '200' },
        kills: { type: 'string', default: '20' },
        seed: { type: 'string', default: '1' },
        store: { type: 'string', default: 'sqlite' },
        workers: { type: 'string', default: '0' },
        keep: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { returns, kills, seed, store, workers, ...switches } = values;
    return {
      size: { returns: whole('returns', returns), kills: whole('kills', kills), seed: whole('seed', seed) },
      setting: { store: oneOf('store', stores, store), workers: whole('workers', workers) },
      ...switches,
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, { cause: error });
  }
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`--${name} takes a whole number, not ${text}`);
  return number;
}

function oneOf<T extends string>(name: string, known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new RangeError(`--${name} takes ${known.join(' or ')}, not ${text}`);
  return found;
}

async function main(): Promise<number> {
  const { size, setting, keep, json, help } = readArguments();
  if (help) {
    say(usage);
    return 0;
  }
  const progress = showProgress();
  const { result, findings, openWork } = await runChaos({
    ...size,
    ...setting,
    ...(keep && { userFolder: await mkdtemp(join(tmpdir(), 'n8n-nodes-returns-chaos-')) }),
    onProgress: progress.update,
    say: (line) => {
      progress.end();
      say(line);
    },
  });
  progress.end();
  for (const finding of findings) say(`  ✗ ${finding}`);
  if (openWork !== undefined) say(openWork);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    say(
      `\n${Object.entries(result)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('\n')}`,
    );
  return result.ok ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(`\nThe chaos cannot go on: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
