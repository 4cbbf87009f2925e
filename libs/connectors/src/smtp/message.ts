import MailComposer from 'nodemailer/lib/mail-composer';
import { detail, type Failure } from '../http/index.js';
import { isMailAddress, type Mailbox } from './address.js';
import { MAX_MESSAGE_BYTES, MAX_SUBJECT_LENGTH } from './limits.js';

export interface MailAttachment {
  /** As the reader sees it; any language. */
  readonly filename: string;
  readonly content: Uint8Array;
  /** `application/pdf`. */
  readonly contentType: string;
}

/** A letter to one person. */
export interface MailMessage {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  /** For readers without HTML; always there. */
  readonly text: string;
  readonly html?: string;
  /** `<unique@our.domain>`: the same for every try of one letter, so that a doubled delivery is recognised. */
  readonly messageId: string;
  readonly attachments?: readonly MailAttachment[];
}

/** What could end a header, and half a letter; soft hyphens and the joints of emoji are somebody's own words. */
const BREAKING = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const MESSAGE_ID = /^<[!-;=?A-~]+@[!-;=?A-~]+>$/;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/**
 * What is wrong with a letter before anything is sent, or null. A wrong address is somebody's data and refused; a line
 * break where a header would be made of it is a defect of ours, and nothing is "cleaned" silently.
 */
export function checkMessage(message: MailMessage): Failure | null {
  const { to, subject, messageId, attachments = [] } = message;
  if (!isMailAddress(to))
    return { kind: 'rejected', code: 'ADDRESS_INVALID', details: [detail('ADDRESS_INVALID', 'to')] };
  if (BREAKING.test(subject) || subject.length > MAX_SUBJECT_LENGTH) return wrong('subject');
  if (!MESSAGE_ID.test(messageId)) return wrong('messageId');
  const odd = attachments.findIndex(
    ({ filename, contentType }) => filename === '' || BREAKING.test(filename) || !CONTENT_TYPE.test(contentType),
  );
  if (odd !== -1) return wrong(`attachments.${odd}`);
  const bytes = attachments.reduce((sum, { content }) => sum + content.byteLength, 0);
  return bytes > MAX_MESSAGE_BYTES ? TOO_LARGE : null;
}

export const TOO_LARGE: Failure = { kind: 'rejected', code: 'MESSAGE_TOO_LARGE', details: [] };

const wrong = (path: string): Failure => ({
  kind: 'bug',
  code: 'MESSAGE_INVALID',
  details: [detail('MESSAGE_INVALID', path)],
});

/** The letter as it travels (RFC 5322). Attachments are the given bytes only: no file and no address is ever read. */
export function composeMessage(from: Mailbox, message: MailMessage): Promise<Buffer> {
  const { to, subject, text, html, messageId, attachments = [] } = message;
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    subject,
    messageId,
    text,
    ...(html !== undefined && { html }),
    attachments: attachments.map(({ filename, content, contentType }) => ({
      filename,
      contentType,
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    })),
    // Answers of absent people and of machines are not for the firm's mailbox (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
