import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { mailAccount } from '../accounts';
import type { SandboxContext } from '../core/context';
import { type FaultKind, mailFaultKinds } from '../core/faults';
import type { Mailbox, StoredMail } from './mailbox';

export interface SmtpOptions {
  port: number;
  /** Offer STARTTLS, with the certificate that smtp-server brings. */
  startTls: boolean;
}

const largestMessage = 25 * 1024 * 1024;

/** What can go wrong with a message: no webhooks, no HTTP. */
export const smtpFaultKinds: readonly FaultKind[] = [...mailFaultKinds, 'timeout', 'reset', 'lost-answer'];

const refusals = {
  'smtp-reject': { code: 550, text: '5.7.1 Message refused by policy' },
  'smtp-tempfail': { code: 451, text: '4.3.0 Temporary failure, please try again later' },
} as const;

/** An answer with an SMTP code. */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Puts a message into the mailbox and notes it. Answers its id. */
async function keep(
  context: SandboxContext,
  mailbox: Mailbox,
  { isAnswerLost, ...message }: Pick<StoredMail, 'envelope' | 'raw'> & { isAnswerLost: boolean },
): Promise<string> {
  const mail = await mailbox.keep({ id: context.random.id('mail_', 16), at: context.clock.iso(), ...message });
  context.journal.record({
    provider: 'mail',
    effect: 'mail.accepted',
    reference: mail.id,
    detail: {
      to: mail.envelope.to,
      subject: mail.parsed.subject ?? '',
      messageId: mail.parsed.messageId ?? null,
      isAnswerLost,
    },
  });
  return mail.id;
}

/**
 * An SMTP server that keeps what it takes. It wants the account's user and password, and says 550 to every recipient
 * whose name begins with `bounce`.
 */
export function createSmtpServer(context: SandboxContext, mailbox: Mailbox, options: SmtpOptions): SMTPServer {
  const sockets = new Map<number, Socket>();

  const hangUp = ({ remotePort }: SMTPServerSession): void => {
    sockets.get(remotePort)?.destroy();
  };

  /** What is answered to a message; undefined when nothing is. */
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string | undefined> => {
    const raw = await readAll(stream);
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 Message size exceeds fixed limit');
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) };
    const occasion = { provider: 'mail', method: 'DATA', path: envelope.to.join(',') };
    context.arrivals.tell(occasion);
    const fault = context.faults.strike(smtpFaultKinds, occasion)?.kind;
    const log = (status: number): void => {
      context.journal.logRequest({ provider: 'mail', method: 'DATA', path: '/', status, ...(fault && { fault }) });
    };
    if (fault === 'smtp-reject' || fault === 'smtp-tempfail') {
      const { code, text } = refusals[fault];
      log(code);
      throw refusal(code, text);
    }
    if (fault === 'timeout' || fault === 'reset') {
      log(0);
      if (fault === 'reset') hangUp(session);
      return undefined;
    }
    const isAnswerLost = fault === 'lost-answer';
    const id = await keep(context, mailbox, { envelope, raw, isAnswerLost });
    log(isAnswerLost ? 0 : 250);
    if (!isAnswerLost) return `2.0.0 Ok: queued as ${id}`;
    hangUp(session);
    return undefined;
  };

  const server = new SMTPServer({
    banner: 'Sandbox mail server',
    size: largestMessage,
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: options.startTls ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth(auth, _session, callback) {
      const isKnown = auth.username === mailAccount.user && auth.password === mailAccount.password;
      if (isKnown) callback(null, { user: mailAccount.user });
      else callback(refusal(535, '5.7.8 Authentication credentials invalid'));
    },
    onRcptTo({ address }, _session, callback) {
      callback(
        address.startsWith('bounce')
          ? refusal(550, `5.1.1 <${address}>: Recipient address rejected: User unknown`)
          : null,
      );
    },
    onData(stream, session, callback) {
      take(stream, session).then(
        (answer) => {
          // Without an answer the client waits, or its connection is gone.
          if (answer !== undefined) callback(null, answer);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort;
    if (port === undefined) return;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  // A client that hangs up in the middle is no error of ours.
  server.on('error', () => undefined);
  return server;
}
