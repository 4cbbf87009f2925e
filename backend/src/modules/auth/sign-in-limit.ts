import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { SystemTables } from '../../platform/database/index.js';
import { tooManyRequests } from '../../platform/http/errors.js';

const WINDOW_SECONDS = 60;

/**
 * Attempts to sign in, counted by all processes together: from one address whatever the e-mail, which slows down those
 * who try one password on many people, and on one e-mail whatever the address, which slows down those who try many
 * passwords from many machines.
 */
@Injectable()
export class SignInLimit {
  constructor(
    private readonly tables: SystemTables,
    private readonly config: Config,
  ) {}

  /**
   * Counts an attempt, also one that is refused.
   * @throws AppError 429 REQUEST.TOO_MANY with the seconds to wait.
   */
  async spend(address: string, email: string): Promise<void> {
    const { signInPerAddress, signInPerEmail } = this.config.rateLimits;
    const waitSeconds = await this.tables.spendAttempt(
      [
        { key: `sign-in:address:${address}`, limit: signInPerAddress },
        { key: `sign-in:email:${nameless(email)}`, limit: signInPerEmail },
      ],
      WINDOW_SECONDS,
    );
    if (waitSeconds > 0) throw tooManyRequests('REQUEST.TOO_MANY', waitSeconds);
  }
}

/** The counters are no place to collect the e-mails of whoever was tried. */
function nameless(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
