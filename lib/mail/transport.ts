import { createHash } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import type { SmtpSettings } from './smtp';

export type MailTransport = Pick<Transporter, 'sendMail' | 'verify' | 'close'>;

const DEFAULT_TIMEOUT_MS = 20_000;
/** Whoever never greets is to be told as such, so that the time-out of a quiet connection comes after the greeting's. */
const QUIET_AFTER_GREETING_MS = 1_000;
/** Credentials in use at the same time; beyond that the one used longest ago is closed. */
const KEPT_TRANSPORTS = 20;

const transports = new Map<string, Promise<MailTransport>>();

/** The open connections to a mail server, shared by everything that is sent with one credential. */
export async function transportOf(smtp: SmtpSettings): Promise<MailTransport> {
  const key = createHash('sha256').update(JSON.stringify(smtp)).digest('hex');
  const transport = transports.get(key) ?? openTransport(smtp, true);
  transports.delete(key);
  transports.set(key, transport);
  const [oldest] = transports.keys();
  if (oldest !== undefined && transports.size > KEPT_TRANSPORTS) await closeTransport(oldest);
  return transport;
}

/** Neither file nor web address is ever read for a mail: content comes as bytes from the workflow. */
export async function openTransport(smtp: SmtpSettings, pool: boolean): Promise<MailTransport> {
  const { createTransport } = await import('nodemailer');
  const { host, port, secure, startTls = 'required', user, password, timeoutMs = DEFAULT_TIMEOUT_MS } = smtp;
  const shared = {
    host,
    port,
    secure,
    requireTLS: startTls === 'required',
    ignoreTLS: startTls === 'never',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs + QUIET_AFTER_GREETING_MS,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
  };
  return pool ? createTransport({ ...shared, pool: true, maxConnections: 2 }) : createTransport(shared);
}

/** Closes every connection, for an orderly end of the process. */
export async function closeTransports(): Promise<void> {
  await Promise.all([...transports.keys()].map(closeTransport));
}

async function closeTransport(key: string): Promise<void> {
  const transport = transports.get(key);
  transports.delete(key);
  (await transport)?.close();
}
