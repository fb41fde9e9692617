import { spawn } from 'node:child_process';
import { atOurEnd } from './at-our-end';
import { HostError } from './errors';

export interface CommandOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the command is killed; none by default. */
  timeoutMs?: number;
  /** Kills the command when it fires; the promise then rejects with an AbortError. */
  signal?: AbortSignal;
}

export interface CommandResult {
  /** Exit code, or null when a signal ended the command. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end and hands back what it printed, whatever its exit code. Rejects only if it cannot start. */
export function tryCommand(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
    });
    // Interrupted by more than Ctrl-C in a terminal, it would go on by itself and write where nothing is wanted any more.
    const hasEnded = atOurEnd(() => {
      child.kill('SIGKILL');
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', (error) => {
      hasEnded();
      reject(error);
    });
    child.once('close', (code) => {
      hasEnded();
      resolve({ code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') });
    });
  });
}

/** The last lines of a command's output: enough to see the cause, short enough to read. */
export function tail(text: string, lines = 15): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/**
 * Runs a program and hands back its standard output.
 *
 * @throws HostError `command_failed` with the end of its output when it exits with anything but 0
 */
export async function runCommand(program: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const result = await tryCommand(program, args, options);
  if (result.code !== 0) {
    throw new HostError(
      'command_failed',
      `${[program, ...args].join(' ')} ended with ${result.code === null ? 'a signal' : `code ${result.code}`}.`,
      tail(`${result.stdout}\n${result.stderr}`),
    );
  }
  return result.stdout;
}
