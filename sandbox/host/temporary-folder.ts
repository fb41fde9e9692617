import { mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atOurEnd } from './at-our-end';

/** A process that was killed a moment ago may still be closing its files. */
const patient = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const;

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** A folder that does not outlive this process, however that ends (but for SIGKILL). */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `n8n-nodes-returns-${name}-`));
  const isRemoved = atOurEnd(() => {
    rmSync(path, patient);
  });
  return {
    path,
    async remove() {
      await rm(path, patient);
      isRemoved();
    },
  };
}
