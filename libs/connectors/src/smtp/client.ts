import { ok, type Failure, type Outcome } from '../http/index.js';
import type { Mailbox } from './address.js';
import { converse } from './conversation.js';
import { classifyProblem } from './errors.js';
import { MAX_MESSAGE_BYTES, TOTAL_MS } from './limits.js';
import { checkMessage, composeMessage, TOO_LARGE, type MailMessage } from './message.js';
import type { SmtpServer } from './server-url.js';

export interface SmtpClientOptions {
  readonly server: SmtpServer;
  /** Who every letter is from. */
  readonly from: Mailbox;
  /** For one letter in all. Default 90,000 ms. */
  readonly totalTimeoutMs?: number;
}

export interface SmtpClient {
  /**
   * Hands one letter over. `ok` means that the server has taken it. Never throws for what happens outside, and no
   * outcome carries the password or the text of a reply. `retry` with `outcomeKnown: false`: the connection was lost
   * after the whole letter had left; the reader's side knows a second copy by its Message-ID.
   */
  send(message: MailMessage): Promise<Outcome<null>>;
}

/** A client of one SMTP server. One connection a letter: no idle connection dies in the middle of the next one. */
export function createSmtpClient({ server, from, totalTimeoutMs = TOTAL_MS }: SmtpClientOptions): SmtpClient {
  return {
    async send(message) {
      const wrong: Failure | null = checkMessage(message);
      if (wrong !== null) return wrong;
      const bytes = await composeMessage(from, message);
      if (bytes.byteLength > MAX_MESSAGE_BYTES) return TOO_LARGE;
      const envelope = { from: from.address, to: message.to, message: bytes };
      const problem = await converse(server, envelope, totalTimeoutMs);
      return problem === null ? ok(null) : classifyProblem(problem);
    },
  };
}
