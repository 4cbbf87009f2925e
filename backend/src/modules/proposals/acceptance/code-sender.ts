import type { Transaction } from '../../../platform/database/index.js';

export interface CodeMessage {
  /** Names the message: a repetition of it is the same one. */
  readonly codeId: string;
  /** An e-mail address for now; a channel of telephones takes a number. */
  readonly to: string;
  /** Six digits. */
  readonly code: string;
  readonly companyName: string;
  readonly minutes: number;
  /** Not sent any more from then on. */
  readonly expiresAt: Date;
}

/** The way a one-time code reaches a client. */
export abstract class CodeSender {
  /** Whether this installation can send codes at all. */
  abstract readonly available: boolean;

  /**
   * Sends when the transaction commits, and never otherwise.
   * @throws AppError 503 when there is no way to send.
   */
  abstract send(tx: Transaction, message: CodeMessage): Promise<void>;
}
