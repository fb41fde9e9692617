import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly mail: ParsedMail;
  readonly recipients: readonly string[];
}

export interface MailServer {
  readonly port: number;
  readonly arrived: Arrived[];
  readonly connections: () => number;
  /** Ends every open connection, as a server does with idle ones, and waits until the other side has seen it. */
  hangUp(): Promise<void>;
  close(): Promise<void>;
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error('550 <someone@shop.example> no'), { responseCode });

/**
 * A mail server on loopback. It takes one account, and refuses by the recipient's name: `gone@` for good, `later@`
 * for now, `heavy@` once the message has been sent.
 */
export async function startMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'shop' && password === 'correct horse') done(null, { user: username });
      else done(refusal(535));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('gone@')) done(refusal(550));
      else if (address.startsWith('later@')) done(refusal(451));
      else done();
    },
    onData: (stream, { envelope }, done) => {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then(
        (mail) => {
          if (recipients.some((address) => address.startsWith('heavy@'))) {
            done(refusal(552));
            return;
          }
          arrived.push({ mail, recipients });
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error('unreadable'));
        },
      );
    },
  });
  const open = new Set<Socket>();
  server.server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    arrived,
    connections: () => connections,
    hangUp: async () => {
      await Promise.all(
        [...open].map(async (socket) => {
          const closed = once(socket, 'close');
          socket.end();
          await closed;
        }),
      );
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
