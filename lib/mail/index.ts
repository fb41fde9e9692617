export * from './mail';
export { messageIdFor } from './message-id';
export { renderChat, renderMail } from './load-rendering';
export { sendMail, type Posting } from './send-mail';
export type { Attachment, SmtpSettings } from './smtp';
export { closeTransports } from './transport';
export { verifySmtp } from './verify-smtp';
