import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  installN8n,
  installPackage,
  packPackage,
  startN8n,
  temporaryFolder,
  type OnProgress,
  type RunningN8n,
} from '../host';
import { startSandbox, type RunningSandbox, type SandboxOptions } from '../core/server';
import { ControlRoom } from './control-room';
import { demoCredentials } from './credentials';
import { N8nForm, type FormPace } from './n8n-form';
import { until } from './patience';

export const packageFolder = resolve(__dirname, '../..');

/** A case as the demo's own look-up workflow reads it from the running n8n. */
export interface SeenCase {
  readonly id: string;
  readonly rma: string;
  readonly decision: string;
  readonly parcel: string;
  readonly settlement: string;
  readonly references: Readonly<Record<string, string>>;
}

/** The sandbox and a real n8n with this package, its templates active. */
export class World {
  readonly control: ControlRoom;

  constructor(
    readonly sandbox: RunningSandbox,
    readonly n8n: RunningN8n,
    /** Where n8n keeps everything. */
    readonly userFolder: string,
    /** What is left to do once both have ended. */
    private readonly afterwards: () => Promise<void>,
  ) {
    this.control = new ControlRoom(sandbox.url);
  }

  /** The embedded ledger of this n8n. */
  get ledgerFile(): string {
    return join(this.userFolder, '.n8n', 'returns', 'ledger.sqlite');
  }

  form(path: string, pace?: FormPace): N8nForm {
    return new N8nForm(`${this.n8n.url}/form/${path}`, pace);
  }

  async casesOf(orderName: string): Promise<SeenCase[]> {
    const response = await fetch(`${this.n8n.webhookUrl('demo-cases')}?order=${encodeURIComponent(orderName)}`);
    if (!response.ok) return [];
    const found = (await response.json()) as Partial<SeenCase>[];
    return found.filter((entry): entry is SeenCase => entry.id !== undefined);
  }

  /** The case of an order, once it is as wished. */
  async caseWhen(
    orderName: string,
    what: string,
    isSo: (seen: SeenCase) => boolean,
    patienceMs?: number,
  ): Promise<SeenCase> {
    let cases: SeenCase[] = [];
    const look = async (): Promise<SeenCase | undefined> => {
      cases = await this.casesOf(orderName);
      return cases.find(isSo);
    };
    return until(`${orderName}: ${what}`, look, patienceMs).catch((error: unknown) => {
      throw new Error(`${String(error)}; its cases are ${JSON.stringify(cases)}`, { cause: error });
    });
  }

  /** The page for people with everything that happened to a case. */
  timelineUrl(rma: string): string {
    return `${this.n8n.webhookUrl('demo-timeline')}?rma=${rma}`;
  }

  /** The types of a case's events, oldest first, as that page names them. */
  async eventsOf(rma: string): Promise<string[]> {
    const html = await (await fetch(this.timelineUrl(rma))).text();
    return [...html.matchAll(/data-event="([a-z_.]+)"/g)].map(([, type]) => type ?? '');
  }

  async stop(): Promise<void> {
    try {
      await this.n8n.stop();
      await this.sandbox.stop();
    } finally {
      await this.afterwards();
    }
  }
}

export interface WorldOptions {
  readonly onProgress: OnProgress;
  /** Fixed ports, for a person who looks around; 0 or left out, any free one. */
  readonly ports?: { readonly sandbox: number; readonly n8n: number };
  /** Where n8n keeps everything, and leaves it; a folder that is removed at the end when left out. */
  readonly userFolder?: string;
  /** Added to n8n's environment, e.g. where its database and its ledger are. */
  readonly env?: Readonly<Record<string, string>>;
  /** How many workers n8n has, in queue mode; none unless told. */
  readonly workers?: number;
  readonly sandbox?: Pick<SandboxOptions, 'seed' | 'webhookRetryAfterMs'>;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  if (options.userFolder !== undefined) return startIn(options.userFolder, options, () => Promise.resolve());
  const folder = await temporaryFolder('demo');
  const remove = (): Promise<void> => folder.remove();
  try {
    return await startIn(folder.path, options, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function startIn(folder: string, options: WorldOptions, afterwards: () => Promise<void>): Promise<World> {
  const { onProgress, ports, env, workers } = options;
  onProgress({ phase: 'n8n: looking whether it is installed' });
  const installation = await installN8n({ onProgress });
  onProgress({ phase: 'the nodes: building and packing them' });
  // Not where others pack to: another copy of this project would put its own package there meanwhile.
  const tarball = await packPackage({ packageFolder, outFolder: folder });
  onProgress({ phase: 'the nodes: installing them as n8n does' });
  await installPackage(folder, tarball);

  const sandbox = await startSandbox({ ...options.sandbox, ...(ports && { port: ports.sandbox }) });
  try {
    const workflowsFolder = await collectWorkflows(folder);
    const n8n = await startN8n({
      installation,
      userFolder: folder,
      credentials: demoCredentials(sandbox),
      workflowsFolder,
      publish: [...(await templateIds()), 'demoCaseLookup1', 'demoCaseTimelin'],
      onProgress,
      ...(ports && { port: ports.n8n }),
      ...(env && { env }),
      ...(workers !== undefined && { workers }),
    });
    return new World(sandbox, n8n, folder, afterwards);
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

const templatesFolder = join(packageFolder, 'workflows');

/** In the order in which n8n publishes them: the error workflow first, since the others name it. */
async function templateIds(): Promise<string[]> {
  const files = (await readdir(templatesFolder)).filter((file) => file.endsWith('.json')).sort();
  const ids = await Promise.all(
    files.map(async (file) => ((await import(join(templatesFolder, file))) as { id: string }).id),
  );
  return ids.reverse();
}

/** n8n imports one folder: the shipped templates and the demo's two windows into the ledger. */
async function collectWorkflows(folder: string): Promise<string> {
  const target = join(folder, 'workflows');
  await mkdir(target, { recursive: true });
  for (const source of [templatesFolder, join(__dirname, 'workflows')]) {
    const files = (await readdir(source)).filter((file) => file.endsWith('.json'));
    for (const file of files) {
      await writeFile(join(target, file), impatient(await readFile(join(source, file), 'utf8')));
    }
  }
  return target;
}

/** A demo does not wait minutes, hours and days: the clocks of its templates tick every few seconds, or every minute. */
function impatient(workflow: string): string {
  return workflow
    .replace(/"askEvery": \d+/, '"askEvery": 0.1')
    .replace("$now.plus({ days: 7 }).startOf('hour')", '$now.plus({ seconds: 15 })')
    .replace(/"minutesInterval": 10\b/, '"minutesInterval": 1')
    .replace(/\{\s*"field": "hours"\s*\}/, '{ "field": "seconds", "secondsInterval": 5 }');
}
