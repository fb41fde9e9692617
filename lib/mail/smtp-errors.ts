import { ReturnsError, type ErrorCode } from '../returns';
import type { SmtpSettings } from './smtp';

interface SmtpFault {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  /** Which of nodemailer's time-outs it was, when `code` is `ETIMEDOUT`. */
  readonly timeoutType?: unknown;
  readonly message?: unknown;
}

const unreachable: ReadonlySet<unknown> = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'EPROXY', 'EMAXLIMIT']);

/** How OpenSSL says that what came is no TLS: the server greeted in plain text. */
const plainAnswer = /wrong version number|packet length too long|unknown protocol|record layer failure/i;

const ports = 'Port 465 goes with SSL/TLS on; port 587 goes with SSL/TLS off and STARTTLS Required.';

/**
 * What a mail server's refusal means for the workflow. The server's own words stay out: they often repeat the
 * recipient's address, and the failed command may hold the password.
 */
export function smtpError(error: unknown, { secure }: Pick<SmtpSettings, 'secure'>): ReturnsError {
  const { code, responseCode, timeoutType, message } = faultOf(error);
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const words = typeof message === 'string' ? message : '';
  const told = status === undefined ? '' : ` (${status})`;
  const refuse = (kind: ErrorCode, text: string, description: string, retryable: boolean): ReturnsError =>
    new ReturnsError(kind, text, {
      description,
      provider: 'smtp',
      retryable,
      context: { ...(typeof code === 'string' && { code }), ...(status !== undefined && { responseCode: status }) },
    });

  if (status !== undefined && status >= 400 && status < 500) {
    const wait = 'It asks to try again later. The workflow may repeat this step by itself.';
    return refuse('provider_unavailable', `The mail server cannot take the mail now${told}`, wait, true);
  }
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') {
    const check =
      'Check user name and password in the credential. Many providers want an app password instead of the one you log in with.';
    return refuse('unauthorized', `The mail server does not accept this account${told}`, check, false);
  }
  if (secure && plainAnswer.test(words)) {
    const plain = `Turn SSL/TLS off in the credential, or enter the port that encrypts from the first byte. ${ports}`;
    return refuse('provider_refused', 'The mail server does not speak SSL/TLS on this port', plain, false);
  }
  if (code === 'ETLS' || /certificate|self.signed/i.test(words)) {
    const encrypt =
      'Check port and encryption in the credential: 465 with SSL/TLS, 587 with STARTTLS. The certificate must be one that this machine trusts.';
    return refuse('provider_refused', 'No encrypted connection to the mail server could be made', encrypt, false);
  }
  // Who is to speak TLS first waits for us, as we wait for the greeting.
  if (!secure && timeoutType === 'GREETING_TIMEOUT') {
    const silent = `The port may be one that encrypts from the first byte: then turn SSL/TLS on in the credential. ${ports}`;
    return refuse('timed_out', 'The mail server can be reached, but does not greet', silent, true);
  }
  if (code === 'ETIMEDOUT') {
    return refuse('timed_out', 'The mail server did not answer in time', 'Check host and port, or try again.', true);
  }
  if (unreachable.has(code) || (status === undefined && typeof code === 'string' && code.startsWith('ECONN'))) {
    const reach = 'Check host and port in the credential, and that this machine may reach them.';
    return refuse('provider_unavailable', 'The mail server cannot be reached', reach, true);
  }
  const advice =
    code === 'EENVELOPE'
      ? 'It refuses the sender or the recipient. Check both addresses; the sender must belong to the account.'
      : 'It refuses the message itself. Check its size and attachments, and what the server allows this account to send.';
  return refuse('provider_refused', `The mail server refused the mail${told}`, advice, false);
}

const faultOf = (error: unknown): SmtpFault => (typeof error === 'object' && error !== null ? error : {});
