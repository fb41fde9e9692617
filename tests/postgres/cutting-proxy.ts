import { createServer, connect, type Server, type Socket } from 'node:net';

/** What becomes of a COMMIT that passes, told by what each side gets to see of it. */
export type Cut =
  /** The server never gets it. */
  | 'before it'
  /** The server gets it; all answers to what was sent with it are lost. */
  | 'behind it'
  /** The server gets it; only its own answer is lost. */
  | 'before its answer';

export interface CuttingProxy {
  readonly port: number;
  /** Cuts the next connection on which a COMMIT passes. */
  cutNext(cut: Cut): void;
  stop(): Promise<void>;
}

/** As node-postgres sends it, and as PostgreSQL answers it (protocol 3.0: type, length, text, NUL). */
const COMMIT = Buffer.from('COMMIT\0');
const HEADER_BYTES = 5;

/** A way to a PostgreSQL server that breaks where the test wants it to. */
export async function startCuttingProxy(host: string, port: number): Promise<CuttingProxy> {
  let wanted: Cut | undefined;
  const sockets = new Set<Socket>();

  const server: Server = createServer((client) => {
    const upstream = connect(port, host);
    let cut: Cut | undefined;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        // What was sent is to arrive.
        upstream.end();
      });
    }
    client.on('data', (chunk) => {
      if (wanted !== undefined && chunk.includes(COMMIT)) {
        cut = wanted;
        wanted = undefined;
      }
      if (cut === 'before it') client.destroy();
      else upstream.write(chunk);
      if (cut === 'behind it') client.destroy();
    });
    upstream.on('data', (chunk) => {
      const at = cut === 'before its answer' ? chunk.indexOf(COMMIT) : -1;
      if (at === -1) client.write(chunk);
      else client.end(chunk.subarray(0, at - HEADER_BYTES));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    cutNext(cut) {
      wanted = cut;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
