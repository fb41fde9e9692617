import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError } from './errors';
import type { N8nInstallation } from './install-n8n';
import { withNodeFirst } from './npm';
import { tail, tryCommand } from './run-command';

/** A credential as `n8n import:credentials` reads it; n8n encrypts `data` with its own key. */
export interface CredentialFile {
  id: string;
  name: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
}

export interface ImportContent {
  credentials: readonly CredentialFile[];
  /** A folder of workflow files, one JSON each; none when absent. */
  workflowsFolder?: string;
}

export interface ImportTarget {
  installation: N8nInstallation;
  userFolder: string;
  env: Record<string, string>;
}

async function fingerprint({ credentials, workflowsFolder }: ImportContent): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(credentials));
  if (workflowsFolder !== undefined) {
    const names = (await readdir(workflowsFolder)).filter((name) => name.endsWith('.json')).sort();
    for (const name of names) hash.update(name).update(await readFile(join(workflowsFolder, name)));
  }
  return hash.digest('hex');
}

async function runImport(target: ImportTarget, args: readonly string[]): Promise<void> {
  const { installation, env } = target;
  const result = await tryCommand(installation.nodeBinary, [installation.cli, ...args], {
    cwd: installation.folder,
    env: withNodeFirst(installation.nodeBinary, env),
  });
  const output = `${result.stdout}\n${result.stderr}`;
  // n8n's import commands log an error and still exit with 0.
  if (result.code === 0 && /Successfully imported/.test(output)) return;
  throw new HostError('import_failed', `n8n ${args[0] ?? ''} did not succeed.`, tail(output));
}

/**
 * Puts credentials and workflows into n8n's database (n8n must not be running). Imports only what differs from the last
 * import into this user folder, so that a second start keeps what a person changed in the editor, unless `always`.
 *
 * @returns whether anything was imported; imported workflows are unpublished
 * @throws HostError `import_failed` with n8n's own words
 */
export async function importIntoN8n(
  target: ImportTarget,
  content: ImportContent,
  when: 'when-changed' | 'always',
): Promise<boolean> {
  const marker = join(target.userFolder, 'imported.sha256');
  const wanted = await fingerprint(content);
  if (when === 'when-changed' && (await readFile(marker, 'utf8').catch(() => '')) === wanted) return false;

  await mkdir(target.userFolder, { recursive: true });
  if (content.credentials.length > 0) {
    // A private folder (0700): the file holds the credentials in plain text until n8n has read it.
    const folder = await mkdtemp(join(tmpdir(), 'n8n-import-'));
    try {
      const file = join(folder, 'credentials.json');
      await writeFile(file, JSON.stringify(content.credentials), { mode: 0o600 });
      await runImport(target, ['import:credentials', `--input=${file}`]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  if (content.workflowsFolder !== undefined) {
    await runImport(target, ['import:workflow', '--separate', `--input=${content.workflowsFolder}`]);
  }
  await writeFile(marker, wanted);
  return true;
}
