export { parseMailbox } from './address.js';
export type { Mailbox } from './address.js';
export { createSmtpClient } from './client.js';
export type { SmtpClient, SmtpClientOptions } from './client.js';
export type { MailAttachment, MailMessage } from './message.js';
export { parseSmtpUrl } from './server-url.js';
export type { SmtpServer } from './server-url.js';
