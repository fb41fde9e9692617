import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { KeyAndCertificate } from './self-signed';

export interface CountingServer {
  readonly baseUrl: string;
  /** TLS connections since the last call of this function. */
  readonly newConnections: () => number;
  readonly close: () => void;
}

/** About what a provider answers when asked for one return. */
const answer = JSON.stringify({
  id: 'return-1',
  status: 'open',
  lines: Array.from({ length: 8 }, (_, index) => ({ id: `line-${index}`, quantity: 1, reason: 'too_small' })),
});

/** A provider on loopback that answers every call with the same JSON and counts its connections. */
export async function startTlsServer(tls: KeyAndCertificate): Promise<CountingServer> {
  let connections = 0;
  const server = https.createServer({ ...tls, keepAliveTimeout: 60_000 }, (request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  });
  server.on('secureConnection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `https://127.0.0.1:${portOf(server.address())}`,
    newConnections: () => {
      const opened = connections;
      connections = 0;
      return opened;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new TypeError('the server listens on no port');
}
