const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const groups = new Set<number>();

/** Sends a signal to every process of a group; a group that is gone already is no error. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // ESRCH: every process of the group is gone already, which is what was asked for.
  }
}

function killAll(): void {
  for (const leader of groups) signalGroup(leader, 'SIGKILL');
  groups.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  // A program with a handler of its own stops its n8n in good order; this is for those that have none.
  if (process.listenerCount(signal) > 1) return;
  killAll();
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}

/**
 * Sees to it that a process group does not outlive this process, however that ends (but for SIGKILL).
 *
 * @returns a function to call once the group has ended
 */
export function killWithUs(leader: number): () => void {
  if (groups.size === 0) {
    process.on('exit', killAll);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  groups.add(leader);
  return () => {
    groups.delete(leader);
    if (groups.size > 0) return;
    process.off('exit', killAll);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
