/**
 * How long a deactivation waits for runs to end. n8n closes one trigger after the other, also when it shuts down, and
 * has half a minute for all of them; what takes longer ends in its own time and is acknowledged then.
 */
const CLOSE_WAIT_MS = 1000;

/** Resolves when the work has ended, or soon. @param onError told when it ends badly, also after that */
export async function closeSoon(ended: Promise<void>, onError: (error: unknown) => void): Promise<void> {
  await Promise.race([ended.catch(onError), after(CLOSE_WAIT_MS)]);
}

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
