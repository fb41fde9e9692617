import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from './errors';
import { ensurePortIsFree, freePort } from './free-port';
import { importIntoN8n, type CredentialFile } from './import-into-n8n';
import type { N8nInstallation } from './install-n8n';
import { N8nProcess } from './n8n-process';
import { N8nSession, type Owner } from './n8n-session';
import { n8nEnvironment } from './n8n-settings';
import { N8nWorker } from './n8n-worker';
import type { OnProgress } from './progress';
import { tail } from './run-command';
import { waitUntil } from './wait-until';

const READY_TIMEOUT_MS = 120_000;
const WEBHOOK_TIMEOUT_MS = 60_000;
const SETTLE_MS = 500;
const quick = () => ({ signal: AbortSignal.timeout(5000) });

/** Who logs in to the editor unless the caller names somebody else. */
export const DEFAULT_OWNER: Owner = {
  email: 'owner@returns.example',
  password: 'Returns-2-Sender',
  firstName: 'Rosa',
  lastName: 'Owner',
};

export interface StartOptions {
  installation: N8nInstallation;
  /** Everything that this n8n keeps (database, packages, binary data) lies below it, in `.n8n`. */
  userFolder: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Added to n8n's environment. */
  env?: Readonly<Record<string, string>>;
  /** Default: `n8n.log` in the user folder. Appended to. */
  logFile?: string;
  credentials?: readonly CredentialFile[];
  workflowsFolder?: string;
  /** Ids of the workflows to publish, in this order: an error workflow or sub-workflow before those that name it. */
  publish?: readonly string[];
  /** `when-changed` (default) imports only if credentials or workflow files differ from the last import. */
  importing?: 'when-changed' | 'always';
  /** How many workers run the executions, in queue mode; `env` then names the database and the Redis. None unless told. */
  workers?: number;
  owner?: Owner;
  onProgress?: OnProgress;
}

/** A real n8n on loopback, whose webhooks answer. */
export class RunningN8n {
  readonly session: N8nSession;

  private constructor(
    readonly url: string,
    readonly port: number,
    readonly owner: Owner,
    private readonly published: readonly string[],
    private readonly spawnProcess: () => Promise<N8nProcess>,
    private process: N8nProcess,
    /** Empty unless n8n runs in queue mode. */
    readonly workers: readonly N8nWorker[],
  ) {
    this.session = new N8nSession(url);
  }

  /** @internal use `startN8n` */
  static async launch(options: StartOptions): Promise<RunningN8n> {
    const { installation, userFolder } = options;
    const onProgress = options.onProgress ?? (() => undefined);
    const port = options.port === undefined || options.port === 0 ? await freePort() : options.port;
    await ensurePortIsFree(port);
    const env = n8nEnvironment({ userFolder, port, brokerPort: await freePort() }, options.env);
    const logFile = options.logFile ?? join(userFolder, 'n8n.log');
    const published = options.publish ?? [];

    onProgress({ phase: 'n8n: importing credentials and workflows' });
    const content = {
      credentials: options.credentials ?? [],
      ...(options.workflowsFolder === undefined ? {} : { workflowsFolder: options.workflowsFolder }),
    };
    await importIntoN8n({ installation, userFolder, env }, content, options.importing ?? 'when-changed');

    onProgress({ phase: 'n8n: starting' });
    const spawnProcess = () => N8nProcess.spawn(installation, env, logFile);
    const url = `http://127.0.0.1:${port}`;
    const owner = options.owner ?? DEFAULT_OWNER;
    const workers = await createWorkers(options, env, logFile);
    const n8n = new RunningN8n(url, port, owner, published, spawnProcess, await spawnProcess(), workers);
    try {
      await n8n.becomeReady();
      // Not before: the server brings the database up to date, which no two processes may do at once.
      for (const worker of workers) await worker.start();
      onProgress({ phase: 'n8n: publishing workflows' });
      await n8n.publishAll();
    } catch (error) {
      await n8n.killAll();
      throw error;
    }
    return n8n;
  }

  /** Process id of n8n, which leads its own process group; changes with `restart`. */
  get pid(): number {
    return this.process.pid;
  }

  get running(): boolean {
    return this.process.running;
  }

  /** What n8n has printed since it was last started. */
  logs(): Promise<string> {
    return this.process.logs();
  }

  /** Ends n8n in good order: it finishes running executions first (at most 30 s). */
  async stop(): Promise<void> {
    await Promise.all([this.process.stop(), ...this.workers.map((worker) => worker.stop())]);
  }

  /** SIGKILL to n8n and everything it started, but for its workers: nothing is finished, nothing is saved. */
  kill(): Promise<void> {
    return this.process.kill();
  }

  /**
   * Starts n8n again on the same port and user folder, after stopping it if it still runs. Executions that waited still
   * wait; those that were running when it was killed end as `crashed`.
   *
   * @param until `active` (default): its triggers are registered; `ready`: it answers. n8n registers a trigger whose
   *   provider does not answer by and by.
   */
  async restart(until: 'ready' | 'active' = 'active'): Promise<void> {
    await this.process.stop();
    await ensurePortIsFree(this.port);
    this.process = await this.spawnProcess();
    try {
      await this.becomeReady();
      for (const worker of this.workers) await worker.start();
      if (until === 'active') await this.publishAll();
    } catch (error) {
      await this.killAll();
      throw error;
    }
  }

  private async killAll(): Promise<void> {
    await Promise.all([this.process.kill(), ...this.workers.map((worker) => worker.kill())]);
  }

  /** The address of a production webhook. */
  webhookUrl(path: string): string {
    return `${this.url}/webhook/${path.replace(/^\/+/, '')}`;
  }

  /**
   * Waits until a production webhook (or, with `endpoint` `form`, a form) is registered, without calling it: n8n answers
   * a CORS preflight with the methods that it has for the path.
   */
  async waitForWebhook(path: string, endpoint: 'webhook' | 'form' = 'webhook'): Promise<void> {
    const address = `${this.url}/${endpoint}/${path.replace(/^\/+/, '')}`;
    await waitUntil(`Registering ${endpoint} ${path}`, WEBHOOK_TIMEOUT_MS, async () => {
      await this.ensureRunning();
      const response = await fetch(address, { method: 'OPTIONS', headers: { origin: this.url }, ...quick() });
      const methods = response.headers.get('access-control-allow-methods') ?? '';
      return /GET|POST|PUT|PATCH|DELETE/.test(methods) ? true : undefined;
    });
  }

  private async ensureRunning(): Promise<void> {
    if (this.process.running) return;
    const { end } = this.process;
    throw new HostError('n8n_exited', `n8n has ended (${end}); its last words:`, tail(await this.logs()));
  }

  private async becomeReady(): Promise<void> {
    await waitUntil('The start of n8n', READY_TIMEOUT_MS, async () => {
      await this.ensureRunning();
      const response = await fetch(`${this.url}/healthz/readiness`, quick()).catch(() => undefined);
      return response?.ok === true ? true : undefined;
    });
    // The REST interface is registered a little after the health check: it is there once it answers JSON.
    await waitUntil('The start of n8n', READY_TIMEOUT_MS, async () => {
      await this.ensureRunning();
      const response = await fetch(`${this.url}/rest/settings`, quick()).catch(() => undefined);
      return response?.headers.get('content-type')?.includes('json') === true ? true : undefined;
    });
    await this.session.logIn(this.owner);
  }

  private async publishAll(): Promise<void> {
    for (const id of this.published) await this.session.publish(id);
    await this.waitUntilActive();
    // A start reports the last run's state until it begins to register again: only a state that lasts is true.
    await sleep(SETTLE_MS);
    await this.waitUntilActive();
  }

  private async waitUntilActive(): Promise<void> {
    for (const id of this.published) {
      const { status, triggers } = await waitUntil(`Activating workflow ${id}`, WEBHOOK_TIMEOUT_MS, async () => {
        await this.ensureRunning();
        const publication = await this.session.publication(id);
        return ['in_progress', 'not_published'].includes(publication.status) ? undefined : publication;
      });
      if (status === 'published') continue;
      const reasons = triggers.flatMap(({ nodeId, errorMessage }) =>
        errorMessage ? [`${nodeId}: ${errorMessage}`] : [],
      );
      throw new HostError('not_ready', `n8n could not activate workflow ${id}.`, reasons.join('\n'));
    }
  }
}

function createWorkers(
  { installation, workers = 0 }: StartOptions,
  env: Record<string, string>,
  logFile: string,
): Promise<N8nWorker[]> {
  const numbers = Array.from({ length: workers }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const ports = {
        QUEUE_HEALTH_CHECK_ACTIVE: 'true',
        QUEUE_HEALTH_CHECK_PORT: String(await freePort()),
        N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      };
      return new N8nWorker(installation, { ...env, ...ports }, logFile.replace(/(\.log)?$/, `-worker-${number}.log`));
    }),
  );
}

/**
 * Starts a real n8n: imports, starts, makes or logs in the owner, publishes, and returns when the webhooks of every
 * published workflow answer.
 *
 * @throws HostError `import_failed`, `port_taken`, `n8n_exited`, `not_ready` or `rest_failed`; n8n is not left running
 */
export function startN8n(options: StartOptions): Promise<RunningN8n> {
  return RunningN8n.launch(options);
}
