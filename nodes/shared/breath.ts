/**
 * Work of one execution that takes turns with everything else in the process. n8n answers its editor, its webhooks and
 * its other executions on the same thread.
 */
export interface Breath {
  /** Call it between two pieces of work: returns at once, or when the others have had their turn. */
  take(): Promise<void> | undefined;
  /** After a piece that is long by itself: returns when the others have had their turn. */
  pause(): Promise<void>;
}

/** Half of what a person or a health check would notice, so that one slow item still fits. */
const STRETCH_MS = 20;

/** @param now in milliseconds */
export function breath(now: () => number = () => performance.now()): Breath {
  let since = now();
  let pause: Promise<void> | undefined;
  // All that runs side by side waits for one pause, or each would begin where the other has stopped.
  const rest = (): Promise<void> => {
    pause ??= new Promise((resolve) => {
      setImmediate(() => {
        pause = undefined;
        since = now();
        resolve();
      });
    });
    return pause;
  };
  return {
    take() {
      return pause ?? (now() - since < STRETCH_MS ? undefined : rest());
    },
    pause: rest,
  };
}
