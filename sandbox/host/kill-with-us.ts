import { atOurEnd } from './at-our-end';

/** Sends a signal to every process of a group; a group that is gone already is no error. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // ESRCH: every process of the group is gone already, which is what was asked for.
  }
}

/**
 * Sees to it that a process group does not outlive this process.
 *
 * @returns a function to call once the group has ended
 */
export function killWithUs(leader: number): () => void {
  return atOurEnd(() => {
    signalGroup(leader, 'SIGKILL');
  });
}
