import { HostError } from './errors';
import type { N8nInstallation } from './install-n8n';
import { N8nProcess } from './n8n-process';
import { tail } from './run-command';
import { waitUntil } from './wait-until';

const READY_TIMEOUT_MS = 120_000;

/** A worker of an n8n in queue mode: takes executions from Redis and runs them. */
export class N8nWorker {
  private process: N8nProcess | undefined;

  /** @param env as the server's, with `QUEUE_HEALTH_CHECK_PORT` of its own */
  constructor(
    private readonly installation: N8nInstallation,
    private readonly env: Record<string, string>,
    private readonly logFile: string,
  ) {}

  get running(): boolean {
    return this.process?.running ?? false;
  }

  /** Resolves once it takes executions. Does nothing while it runs. */
  async start(): Promise<void> {
    if (this.running) return;
    const process = await N8nProcess.spawn(this.installation, this.env, this.logFile, 'worker');
    this.process = process;
    const health = `http://127.0.0.1:${this.env['QUEUE_HEALTH_CHECK_PORT'] ?? ''}/healthz/readiness`;
    await waitUntil('The start of a worker', READY_TIMEOUT_MS, async () => {
      if (!process.running) {
        const what = `A worker of n8n has ended (${process.end}); its last words:`;
        throw new HostError('n8n_exited', what, tail(await process.logs()));
      }
      const response = await fetch(health, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
      return response?.ok === true ? true : undefined;
    });
  }

  /** What this run has printed; nothing before its start. */
  logs(): Promise<string> {
    return this.process?.logs() ?? Promise.resolve('');
  }

  /** It finishes running executions first (at most 30 s). */
  async stop(): Promise<void> {
    await this.process?.stop();
  }

  /** SIGKILL: nothing is finished, nothing is given back. */
  async kill(): Promise<void> {
    await this.process?.kill();
  }
}
