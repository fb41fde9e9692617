/** How the mail server is reached, as a credential holds it. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). */
  readonly secure: boolean;
  /** Without `secure`: whether the connection must be upgraded before the password is sent. `required` when absent. */
  readonly startTls?: 'required' | 'if_offered' | 'never';
  readonly user?: string;
  readonly password?: string;
  /** The address that mail comes from. */
  readonly from: string;
  readonly fromName?: string;
  /** Milliseconds for connecting and for each answer; 20 000 when absent. */
  readonly timeoutMs?: number;
}

export interface Attachment {
  readonly filename: string;
  readonly content: Buffer;
  readonly contentType: string;
}
