import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod/v4';
import { startSandbox } from '../../sandbox/core/server';
import { createTikTokShop } from '../../sandbox/tiktok-shop';
import { farPortOf } from './distance';
import { seedsOf } from './seed';

const AT_ONCE = 20;
const messageSchema = z.object({ key: z.string(), cert: z.string(), returns: z.int().positive() });
const orderSchema = z.object({ orderId: z.string() });

/** A TikTok Shop with returns that wait, in a process of its own: its work must not take the time of whoever asks it. */
async function serve({ key, cert, returns }: z.output<typeof messageSchema>): Promise<void> {
  setDefaultCACertificates([...getCACertificates('default'), cert]);
  const { url } = await startSandbox({ tls: { key, cert }, simulators: [createTikTokShop] });
  const does = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${url}/control/tiktok-shop/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  // Many rounds follow each other closer than any shop would be asked; nobody is to be slowed down for it.
  await does('limits', { reads: 1_000_000, writes: 1_000_000 });
  const seeds = seedsOf(returns, Date.now());
  for (let from = 0; from < seeds.length; from += AT_ONCE) {
    await Promise.all(
      seeds.slice(from, from + AT_ONCE).map(async ({ order, request }) => {
        const { orderId } = orderSchema.parse(await does('orders', order));
        await does('returns', { orderId, ...request });
      }),
    );
  }
  const far = new URL(url);
  far.port = String(await farPortOf(Number(far.port)));
  process.send?.({ url, farUrl: far.origin });
}

process.once('disconnect', () => process.exit(0));
process.once('message', (message) => {
  serve(messageSchema.parse(message)).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
