import type { SmtpSettings } from './smtp';
import { smtpError } from './smtp-errors';
import { openTransport } from './transport';

/**
 * Connects and logs in, without sending anything.
 * @throws ReturnsError `unauthorized`, `provider_refused`, `provider_unavailable` or `timed_out`, as `sendMail` does
 */
export async function verifySmtp(smtp: SmtpSettings): Promise<void> {
  const transport = await openTransport(smtp, false);
  try {
    await transport.verify();
  } catch (error) {
    throw smtpError(error);
  } finally {
    transport.close();
  }
}
