export { startMailCatcher } from './server.js';
export type { MailCatcher, MailCatcherOptions } from './server.js';
export type { MailFault, MailFaults } from './faults.js';
export { Mailbox } from './mailbox.js';
export type { CaughtAttachment, CaughtMail } from './mailbox.js';
