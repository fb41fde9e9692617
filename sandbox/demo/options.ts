import { parseArgs } from 'node:util';
import type { Story } from './story';
import { stories } from './stories';

export const usage = `Usage: npm run demo -- [--story NAME]... [--headless] [--json] [--port 5678] [--sandbox-port 4010]

  --story         plays this story; given several times, each of them; all of them when left out
  --headless      ends when the stories have ended; nothing is left open to look around
  --json          ends with one line of JSON on standard output
  --port          where n8n listens, 0 for any free port: 5678, with --headless any free one
  --sandbox-port  where sandbox and mailbox are, 0 for any free port: 4010, with --headless any free one
  --help          shows this

Stories: ${stories.map(({ name }) => name).join(', ')}`;

/** What was asked for cannot be; the message says why. */
export class UsageError extends Error {}

export interface DemoPorts {
  readonly n8n: number;
  readonly sandbox: number;
}

export interface DemoOptions {
  readonly help: boolean;
  readonly headless: boolean;
  readonly json: boolean;
  /** In the order in which they were named. */
  readonly chosen: readonly Story[];
  /** 0 is any free one. */
  readonly ports: DemoPorts;
}

const FOR_PEOPLE: DemoPorts = { n8n: 5678, sandbox: 4010 };
const ANY_FREE: DemoPorts = { n8n: 0, sandbox: 0 };

/** @throws UsageError for what the demo does not know */
export function readOptions(args: readonly string[]): DemoOptions {
  const { story, port, 'sandbox-port': sandboxPort, ...switches } = parse(args);
  const usual = switches.headless ? ANY_FREE : FOR_PEOPLE;
  const ports = { n8n: portOf('port', port, usual.n8n), sandbox: portOf('sandbox-port', sandboxPort, usual.sandbox) };
  if (ports.n8n !== 0 && ports.n8n === ports.sandbox) {
    throw new UsageError(`n8n and the sandbox cannot both listen on port ${ports.n8n}`);
  }
  return { ...switches, ports, chosen: story.length === 0 ? stories : [...new Set(story)].map(storyOf) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        story: { type: 'string', multiple: true, default: [] },
        headless: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        port: { type: 'string' },
        'sandbox-port': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Node.js puts a code before its sentence, and goes on to explain how an argument that begins with a dash is written.
    const sentence = String(error)
      .replace(/^.*?\]: /, '')
      .replace(/\. .*$/s, '');
    throw new UsageError(sentence, { cause: error });
  }
}

function storyOf(name: string): Story {
  const found = stories.find((story) => story.name === name);
  if (found === undefined) throw new UsageError(`There is no story ${name}`);
  return found;
}

const LAST_PORT = 65_535;

function portOf(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LAST_PORT) return port;
  throw new UsageError(`--${option} takes a port, 0 to ${LAST_PORT}, not ${text}`);
}
