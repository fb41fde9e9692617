/** Where a long piece of work stands. `done` of `total` is a rough share, absent where it is unknown. */
export interface Progress {
  phase: string;
  done?: number;
  total?: number;
}

export type OnProgress = (progress: Progress) => void;

interface Output {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface ProgressDisplay {
  update: OnProgress;
  /** Stops the display; leaves the last line standing. */
  end(): void;
}

const PLAIN_INTERVAL_MS = 15_000;
const LIVE_INTERVAL_MS = 500;

const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** One line of progress: phase, share and elapsed minutes, such as `installing n8n  1180/2361 (50 %)  1:42`. */
export function progressLine(progress: Progress, elapsedSeconds: number): string {
  const { done, total } = progress;
  const share =
    done === undefined || total === undefined || total <= 0
      ? ''
      : `  ${done}/${total} (${Math.min(100, Math.floor((100 * done) / total))} %)`;
  return `${progress.phase}${share}  ${clockOf(elapsedSeconds)}`;
}

/**
 * Shows progress on standard error: on a terminal one line that is rewritten, elsewhere (a log, a pipe) a line whenever
 * the phase changes and every 15 s.
 */
export function showProgress(output: Output = process.stderr, now: () => number = Date.now): ProgressDisplay {
  const live = output.isTTY === true;
  const started = now();
  let current: Progress | undefined;
  const print = () => {
    if (current === undefined) return;
    const line = progressLine(current, Math.floor((now() - started) / 1000));
    output.write(live ? `\r\u001b[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(print, live ? LIVE_INTERVAL_MS : PLAIN_INTERVAL_MS);
  timer.unref();
  return {
    update: (progress) => {
      const newPhase = progress.phase !== current?.phase;
      current = progress;
      if (newPhase || live) print();
    },
    end: () => {
      clearInterval(timer);
      if (live && current !== undefined) output.write('\n');
      current = undefined;
    },
  };
}
