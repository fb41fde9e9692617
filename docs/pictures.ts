/**
 * Takes every picture of the guide anew: `npm run docs:pictures`. It starts the demo's own n8n and sandbox, plays two
 * returns, and looks at them in a Chromium without a window (`CHROMIUM_PATH`, default /usr/bin/chromium).
 */
import { playOne } from '../sandbox/demo/play';
import { formStripe } from '../sandbox/demo/stories/form-stripe';
import { refund } from '../sandbox/demo/stories/refund';
import { startWorld } from '../sandbox/demo/world';
import { showProgress } from '../sandbox/host';
import { launchBrowser } from './camera/browser';
import { pictureDemo } from './camera/demo-pictures';
import { pictureTemplates } from './camera/template-pictures';

async function main(): Promise<void> {
  const progress = showProgress();
  const browser = await launchBrowser();
  try {
    const world = await startWorld({ onProgress: progress.update });
    progress.end();
    try {
      await pictureTemplates(browser, world);
      for (const story of [refund, formStripe]) {
        const { ok, faults } = await playOne(world, story, () => undefined);
        if (!ok) throw new Error(`The story ${story.name} did not end as told: ${faults.join('; ')}`);
      }
      await pictureDemo(browser, world);
    } finally {
      await world.stop();
    }
  } finally {
    progress.end();
    await browser.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
