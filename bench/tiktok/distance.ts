import { once } from 'node:events';
import net from 'node:net';
import { z } from 'zod/v4';

/** The time that a byte takes to a server on the same continent and back. */
export const ROUND_TRIP_MS = 30;

const addressSchema = z.object({ port: z.number() });

/**
 * A port that leads to another one as over a long line: whatever passes takes half a round trip. Only opening the TCP
 * connection is as quick as on loopback, which favours whoever opens many.
 * @returns the port
 */
export async function farPortOf(port: number): Promise<number> {
  const server = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1');
    passOn(near, far);
    passOn(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return addressSchema.parse(server.address()).port;
}

function passOn(from: net.Socket, to: net.Socket): void {
  from.setNoDelay(true);
  from.on('data', (bytes) => {
    setTimeout(() => to.writable && to.write(bytes), ROUND_TRIP_MS / 2);
  });
  from.on('error', () => from.destroy());
  from.on('close', () => {
    setTimeout(() => to.destroy(), ROUND_TRIP_MS / 2);
  });
}
