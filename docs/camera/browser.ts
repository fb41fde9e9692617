import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Without these a browser without a screen looks up its maker's hosts at every start, and waits for them. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * The Chromium of this machine; `CHROMIUM_PATH` names another one.
 * @throws Error when there is none, saying how to get one
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: "apt-get install -y chromium", or name any Chromium or Chrome in CHROMIUM_PATH.`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])],
  });
}
