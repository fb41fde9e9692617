import { createServer } from 'node:net';
import { HostError } from './errors';

/** Takes a port on loopback for a moment: 0 means any. */
function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port was given'));
        else resolve(address.port);
      });
    });
  });
}

/** A TCP port on loopback that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return tryPort(0);
}

/** @throws HostError `port_taken` when something listens on this port of loopback */
export async function ensurePortIsFree(port: number): Promise<void> {
  try {
    await tryPort(port);
  } catch (cause) {
    throw new HostError('port_taken', `Port ${port} is in use.`, 'Choose another port, or 0 for any free one.', {
      cause,
    });
  }
}
