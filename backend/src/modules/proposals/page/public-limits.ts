import { Injectable } from '@nestjs/common';
import { SystemTables } from '../../../platform/database/index.js';
import { tooManyRequests } from '../../../platform/http/errors.js';

const WINDOW_SECONDS = 60;

/** Calls in a minute: a page with its drawings, seen by a family behind one address, is far below. */
const LIMITS = {
  read: { perAddress: 300, perLink: 240 },
  write: { perAddress: 60, perLink: 60 },
  /** Printing is dear, and nobody reads the same document anew every ten seconds. */
  print: { perAddress: 10, perLink: 6 },
} as const;

export type CallKind = keyof typeof LIMITS;

/** Calls of people who did not sign in, counted by all processes together. */
@Injectable()
export class PublicLimits {
  constructor(private readonly tables: SystemTables) {}

  /**
   * Before the token is looked up, so that trying tokens is counted as well.
   * @throws AppError 429 REQUEST.TOO_MANY with the seconds to wait.
   */
  async spendAddress(kind: CallKind, address: string): Promise<void> {
    await this.spend(`proposal:${kind}:address:${address}`, LIMITS[kind].perAddress);
  }

  /** Only of links that exist: tokens somebody makes up leave no counters. */
  async spendLink(kind: CallKind, linkId: string): Promise<void> {
    await this.spend(`proposal:${kind}:link:${linkId}`, LIMITS[kind].perLink);
  }

  private async spend(key: string, limit: number): Promise<void> {
    const waitSeconds = await this.tables.spendAttempt([{ key, limit }], WINDOW_SECONDS);
    if (waitSeconds > 0) throw tooManyRequests('REQUEST.TOO_MANY', waitSeconds);
  }
}
