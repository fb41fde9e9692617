import { installN8n } from './install-n8n';
import { showProgress } from './progress';

/** `tsx sandbox/host/install.command.ts`: puts n8n into the cache folder ahead of the first demo or host test. */
async function main(): Promise<void> {
  const display = showProgress();
  try {
    const installation = await installN8n({ onProgress: display.update });
    console.log(JSON.stringify(installation));
  } finally {
    display.end();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
