import type { AddressInfo } from 'node:net';
import type { SandboxContext } from '../core/context';
import type { Simulator } from '../core/simulator';
import { Mailbox, summaryOf } from './mailbox';
import { registerRoutes } from './routes';
import { createSmtpServer, smtpFaultKinds, type SmtpOptions } from './smtp';

export interface MailSimulator extends Simulator {
  /** Where it listens; 0 before the start. */
  smtpPort(): number;
}

/** The shop's mail server, and the mailboxes of everyone it writes to. */
export function createMail(context: SandboxContext, options: SmtpOptions): MailSimulator {
  const mailbox = new Mailbox();
  const smtp = createSmtpServer(context, mailbox, options);
  let port = 0;

  return {
    name: 'mail',
    faultKinds: smtpFaultKinds,
    smtpPort: () => port,
    register(app) {
      registerRoutes(app, context, mailbox);
    },
    reset() {
      mailbox.clear();
    },
    state: () => ({ mails: mailbox.all().map(summaryOf) }),
    start: () =>
      new Promise((resolve, reject) => {
        smtp.server.once('error', reject);
        smtp.listen(options.port, '127.0.0.1', () => {
          const address: AddressInfo | string | null = smtp.server.address();
          port = typeof address === 'object' && address !== null ? address.port : 0;
          resolve();
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        smtp.close(() => {
          resolve();
        });
      }),
  };
}
