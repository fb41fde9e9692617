import { ReturnsError, type ErrorCode } from '../returns';

interface SmtpFault {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly message?: unknown;
}

const unreachable: ReadonlySet<unknown> = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'EPROXY', 'EMAXLIMIT']);

/**
 * What a mail server's refusal means for the workflow. The server's own words stay out: they often repeat the
 * recipient's address, and the failed command may hold the password.
 */
export function smtpError(error: unknown): ReturnsError {
  const { code, responseCode, message } = faultOf(error);
  const status = typeof responseCode === 'number' ? responseCode : undefined;
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
  if (code === 'ETLS' || (typeof message === 'string' && /certificate|self.signed/i.test(message))) {
    const encrypt =
      'Check port and encryption in the credential: 465 with SSL/TLS, 587 with STARTTLS. The certificate must be one that this machine trusts.';
    return refuse('provider_refused', 'No encrypted connection to the mail server could be made', encrypt, false);
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
