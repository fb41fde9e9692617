const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const endings: (() => void)[] = [];

/** The newest first: what writes into a folder ends before the folder goes. */
function endAll(): void {
  stopListening();
  for (const end of endings.splice(0).reverse()) end();
}

function onSignal(signal: NodeJS.Signals): void {
  // A program with a handler of its own ends in its own way; this is for those that have none.
  if (process.listenerCount(signal) > 1) return;
  endAll();
  process.kill(process.pid, signal);
}

function listen(): void {
  process.on('exit', endAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off('exit', endAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/**
 * Does something when this process ends, however that comes about (but for SIGKILL).
 *
 * @param end may not wait for anything
 * @returns a function to call once there is nothing to do any more
 */
export function atOurEnd(end: () => void): () => void {
  if (endings.length === 0) listen();
  endings.push(end);
  return () => {
    const index = endings.indexOf(end);
    if (index < 0) return;
    endings.splice(index, 1);
    if (endings.length === 0) stopListening();
  };
}
