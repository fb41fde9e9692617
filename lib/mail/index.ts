export * from './mail';
export { messageIdFor } from './message-id';
export * from './question';
export { renderChat, renderMail, renderQuestion } from './load-rendering';
export { sendMail, type Posting } from './send-mail';
export type { Attachment, SmtpSettings } from './smtp';
export { closeTransports } from './transport';
export { verifySmtp } from './verify-smtp';
