import { ReturnsError } from '../returns';
import { isAddress } from './header-values';
import type { SmtpSettings } from './smtp';

/**
 * Refuses settings with which no mail could ever be sent, by the labels that people see in the credential. A server
 * that is asked for nothing but a log-in would not notice a wrong sender, and without a host this machine is asked.
 * @throws ReturnsError `invalid_input`
 */
export function ensureSmtpSettings({ host, port, from }: SmtpSettings): void {
  if (host.trim() === '') throw wrong('Host', 'enter the name of the mail server, such as smtp.your-provider.com');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw wrong('Port', 'enter the port of the mail server, such as 465 or 587');
  }
  if (!isAddress(from)) {
    const found = from === '' ? 'enter' : 'it is no e-mail address; enter';
    throw wrong('Sender Address', `${found} the address that mail comes from, such as returns@your-shop.com`);
  }
}

const wrong = (label: string, said: string): ReturnsError =>
  new ReturnsError('invalid_input', `The SMTP credential is not valid: "${label}": ${said}`, {
    provider: 'smtp',
    description: `Open the credential, correct "${label}", save and test it.`,
  });
