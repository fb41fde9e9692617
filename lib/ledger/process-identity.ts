import { readFileSync, readlinkSync } from 'node:fs';
import type { ProcessIdentity } from './owner';

let known: { readonly identity: ProcessIdentity | undefined } | undefined;

/** This process, read once; undefined where Linux's /proc does not tell. */
export function thisProcess(): ProcessIdentity | undefined {
  known ??= { identity: process.platform === 'linux' ? readIdentity() : undefined };
  return known.identity;
}

function readIdentity(): ProcessIdentity | undefined {
  try {
    // A /proc that was mounted for another pid namespace speaks of other processes under the same numbers.
    if (readlinkSync('/proc/self') !== String(process.pid)) return undefined;
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const startTime = readStat(process.pid)?.startTime;
    if (!/^[\w-]+$/.test(bootId) || startTime === undefined) return undefined;
    return {
      bootId,
      namespaces: `${readlinkSync('/proc/self/ns/pid')}${timeNamespace()}`,
      pid: process.pid,
      startTime,
    };
  } catch {
    return undefined;
  }
}

/** Start times are counted from the boot of the reader's time namespace. Kernels before 5.6 have none. */
function timeNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/time');
  } catch {
    return '';
  }
}

/**
 * Whether a process of this kernel and namespace runs, or is only stopped. In doubt it does: /proc may hide processes
 * (its mount option `hidepid`), and one that ends between two questions is told apart by the next look.
 */
export function isProcessRunning({ pid, startTime }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // By its property: the error may come from another realm, where `instanceof` fails.
    return typeof error !== 'object' || error === null || Reflect.get(error, 'code') !== 'ESRCH';
  }
  const stat = readStat(pid);
  return stat === undefined || (stat.startTime === startTime && !stat.hasEnded);
}

interface Stat {
  readonly startTime: string;
  /** It has exited, and only waits for its parent to take note; none of its threads runs on. */
  readonly hasEnded: boolean;
}

/** Fields 3 (state), 20 (number of threads) and 22 (start time). Source: proc_pid_stat(5). */
function readStat(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // Field 2, the name of the program, may hold spaces and brackets of its own.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const startTime = fields[19];
  if (startTime === undefined || !/^\d+$/.test(startTime)) return undefined;
  return { startTime, hasEnded: ['Z', 'X'].includes(fields[0] ?? '') && Number(fields[17]) <= 1 };
}
