import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { N8nInstallation } from './install-n8n';
import { killWithUs, signalGroup } from './kill-with-us';
import { withNodeFirst } from './npm';

/** n8n itself waits 30 s for running executions to end. */
const STOP_TIMEOUT_MS = 40_000;

/** What a process of n8n does: the server, or a worker that runs executions for it (queue mode). */
export type N8nRole = 'start' | 'worker';

/**
 * One run of an n8n process, from spawn to exit. It leads a process group of its own, so that its task runner dies with
 * it.
 */
export class N8nProcess {
  readonly pid: number;
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;
  private constructor(
    child: ChildProcess,
    pid: number,
    private readonly logFile: string,
    private readonly logStart: number,
  ) {
    this.child = child;
    this.pid = pid;
    this.exited = once(child, 'exit').finally(killWithUs(pid));
  }

  /** Starts n8n in a role; its output is appended to the log file. Does not wait for it to be ready. */
  static async spawn(
    installation: N8nInstallation,
    env: Record<string, string>,
    logFile: string,
    role: N8nRole = 'start',
  ): Promise<N8nProcess> {
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    try {
      const { size } = await stat(logFile);
      const child = spawn(installation.nodeBinary, [installation.cli, role], {
        cwd: installation.folder,
        env: withNodeFirst(installation.nodeBinary, env),
        detached: true,
        stdio: ['ignore', log, log],
      });
      await once(child, 'spawn');
      if (child.pid === undefined) throw new Error('n8n was started but has no process id');
      return new N8nProcess(child, child.pid, logFile, size);
    } finally {
      closeSync(log);
    }
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** How it ended, e.g. `signal SIGKILL`; `still running` while it runs. */
  get end(): string {
    const { exitCode, signalCode } = this.child;
    if (signalCode !== null) return `signal ${signalCode}`;
    return exitCode === null ? 'still running' : `exit code ${exitCode}`;
  }

  /** What this run has printed so far. */
  async logs(): Promise<string> {
    return (await readFile(this.logFile)).subarray(this.logStart).toString('utf8');
  }

  /** Kills n8n and its task runner at once, as a power cut would. */
  async kill(): Promise<void> {
    signalGroup(this.pid, 'SIGKILL');
    if (this.running) await this.exited;
  }

  /** Asks n8n to end, and kills it if it has not within 40 s. */
  async stop(): Promise<void> {
    if (this.running) {
      process.kill(this.pid, 'SIGTERM');
      const deadline = setTimeout(() => {
        signalGroup(this.pid, 'SIGKILL');
      }, STOP_TIMEOUT_MS);
      await this.exited;
      clearTimeout(deadline);
    }
    signalGroup(this.pid, 'SIGKILL');
  }
}
