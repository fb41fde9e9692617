import { fork } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod/v4';
import type { KeyAndCertificate } from '../http/self-signed';

export interface Shop {
  /** `https://127.0.0.1:<port>/tiktok-shop` */
  readonly baseUrl: string;
  /** The same, as far away as a server on the same continent. */
  readonly farUrl: string;
  stop(): void;
}

const readySchema = z.object({ url: z.url(), farUrl: z.url() });

/** Starts the TikTok Shop of the sandbox over TLS, with so many returns that wait for the shop. */
export function startShop(tls: KeyAndCertificate, returns: number): Promise<Shop> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'shop-process.ts'));
    child.once('exit', (code) => {
      reject(new Error(`the TikTok Shop of the sandbox ended with ${code}`));
    });
    child.once('message', (message) => {
      const { url, farUrl } = readySchema.parse(message);
      resolve({
        baseUrl: `${url}/tiktok-shop`,
        farUrl: `${farUrl}/tiktok-shop`,
        stop: () => {
          child.kill();
        },
      });
    });
    child.send({ ...tls, returns });
  });
}
