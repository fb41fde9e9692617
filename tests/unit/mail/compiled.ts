import { statSync } from 'node:fs';
import { join } from 'node:path';

const room = join(__dirname, '../../../lib/mail');
const changedAt = (file: string): number => statSync(join(room, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Compiles the letter when the build has not, so that these tests run on a fresh clone. */
export async function ensureCompiled(): Promise<void> {
  if (changedAt('templates/letter.html') >= changedAt('templates/letter.mjml')) return;
  const { compileMjml } = (await import(join(room, 'compile-mjml.js'))) as { compileMjml: () => Promise<void> };
  await compileMjml();
}
