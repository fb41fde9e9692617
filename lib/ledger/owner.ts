/** A process, told apart from every other one that ever ran on this machine, also from a later one with its pid. */
export interface ProcessIdentity {
  /** Of the running kernel: another one is another machine, or this one before it restarted. */
  readonly bootId: string;
  /** Those within which pid and start time mean something. */
  readonly namespaces: string;
  readonly pid: number;
  /** Clock ticks since boot, as the kernel writes them. */
  readonly startTime: string;
}

/**
 * Names an open ledger on the claims that it holds.
 * @param handle unique to the open ledger: one process may open several
 */
export const ownerName = (process: ProcessIdentity | undefined, handle: string): string =>
  process ? [process.bootId, process.namespaces, process.pid, process.startTime, handle].join('/') : handle;

const ownerPattern = /^([^/]+)\/([^/]+)\/([1-9]\d{0,9})\/(\d+)\/[^/]+$/;

function processOf(owner: string): ProcessIdentity | undefined {
  const [, bootId, namespaces, pid, startTime] = ownerPattern.exec(owner) ?? [];
  if (bootId === undefined || namespaces === undefined || startTime === undefined) return undefined;
  return { bootId, namespaces, pid: Number(pid), startTime };
}

/** For people: the process of an owner, or the owner's own name where no process is known. */
export function processName(owner: string): string {
  const process = processOf(owner);
  return process ? `process ${process.pid}` : owner;
}

/**
 * Whether the owner of a claim will never come back to it, so that nobody has to wait for its lease. Only a process of
 * the same kernel and the same namespaces can be looked for; of any other the answer is no, and its lease decides.
 * @param here this process; undefined where the system does not tell
 * @param isRunning whether a process with that pid and start time exists here
 */
export function isCertainlyDead(
  owner: string,
  here: ProcessIdentity | undefined,
  isRunning: (process: ProcessIdentity) => boolean,
): boolean {
  const held = processOf(owner);
  if (!held || !here || held.bootId !== here.bootId || held.namespaces !== here.namespaces) return false;
  return !isRunning(held);
}
