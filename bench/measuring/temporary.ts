import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotMeasure } from './cannot-measure';

const folders = new Set<string>();

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/**
 * A folder that is removed when this process ends.
 * @param neededBytes what is going to be written there
 * @throws CannotMeasure when the disk has not that much left
 */
export function temporaryFolder(name: string, neededBytes = 0): string {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < neededBytes) {
    throw new CannotMeasure(
      `${gigabytes(neededBytes)} GB are needed in ${tmpdir()}, and ${gigabytes(bavail * bsize)} GB are left. ` +
        'Free some space, or set TMPDIR to a folder on a larger disk.',
    );
  }
  if (folders.size === 0) {
    process.once('exit', removeAll);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  }
  const folder = mkdtempSync(path.join(tmpdir(), `returns-bench-${name}-`));
  folders.add(folder);
  return folder;
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
