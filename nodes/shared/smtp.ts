import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { SmtpSettings } from '../../lib/mail';

/** The credential as the mail room wants it. */
export function smtpSettings(data: ICredentialDataDecryptedObject): SmtpSettings {
  const text = (name: string): string => String(data[name] ?? '').trim();
  const [user, password, fromName] = [text('user'), String(data['password'] ?? ''), text('fromName')];
  return {
    host: text('host'),
    port: Number(data['port']),
    secure: data['secure'] === true,
    startTls: data['startTls'] === 'never' ? 'never' : data['startTls'] === 'if_offered' ? 'if_offered' : 'required',
    from: text('fromEmail'),
    ...(user !== '' && { user, password }),
    ...(fromName !== '' && { fromName }),
  };
}
