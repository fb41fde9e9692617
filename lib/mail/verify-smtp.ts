import { ensureSmtpSettings } from './ensure-smtp-settings';
import type { SmtpSettings } from './smtp';
import { smtpError } from './smtp-errors';
import { openTransport } from './transport';

/**
 * Connects and logs in, without sending anything.
 * @throws ReturnsError `invalid_input` for settings that cannot be right; `unauthorized`, `provider_refused`, `provider_unavailable` or `timed_out`, as `sendMail` does
 */
export async function verifySmtp(smtp: SmtpSettings): Promise<void> {
  ensureSmtpSettings(smtp);
  const transport = await openTransport(smtp, false);
  try {
    await transport.verify();
  } catch (error) {
    throw smtpError(error, smtp);
  } finally {
    transport.close();
  }
}
