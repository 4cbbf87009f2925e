import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { Clock } from '../../../platform/clock/index.js';
import { Config, deriveKey } from '../../../platform/config/index.js';
import { SystemTables, Transactions, type Transaction } from '../../../platform/database/index.js';
import { tooManyRequests } from '../../../platform/http/errors.js';
import type { CodeSentDto } from '../dto/proposal-input.dto.js';
import type { OpenLink } from '../page/open-links.service.js';
import type { Visitor } from '../page/visitor.js';
import { VisitsRepository } from '../page/visits.repository.js';
import { codeTooEarly, emailOther } from '../proposals.errors.js';
import { AcceptancesRepository, type EmailSource } from './acceptances.repository.js';
import { CodeSender } from './code-sender.js';
import { CODE_ATTEMPTS, CODE_MINUTES, hashCode, newCode, RESEND_SECONDS, sameHash } from './codes.js';

const HOUR_SECONDS = 3600;
/** Codes in an hour. With five tries each, guessing one of a million takes years. */
const PER_LINK = 6;
const PER_EMAIL = 6;
const PER_ADDRESS = 30;

/** What trying a code came to. */
export type CodeVerdict =
  | { readonly kind: 'right'; readonly email: string; readonly emailSource: EmailSource }
  | { readonly kind: 'wrong'; readonly left: number }
  /** There is none, or it cannot be tried any more. */
  | { readonly kind: 'over' };

/** One-time codes of links: one at a time, for one variant, for ten minutes and five tries. */
@Injectable()
export class Codes {
  private readonly key: Buffer;

  constructor(
    private readonly transactions: Transactions,
    private readonly tables: SystemTables,
    private readonly repository: AcceptancesRepository,
    private readonly visits: VisitsRepository,
    private readonly sender: CodeSender,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.key = deriveKey(config, 'proposal-code');
  }

  get available(): boolean {
    return this.sender.available;
  }

  /**
   * Sends a new code in place of the one before. Where the link was made for an address, the code goes there or to another
   * of the client's: whoever was forwarded the link says yes for nobody. Without one the visitor names where to, and the
   * acceptance says so.
   * @throws AppError 422 PROPOSAL.EMAIL_OTHER, 429 PROPOSAL.CODE_TOO_EARLY or REQUEST.TOO_MANY, 503 when codes cannot be sent
   */
  async request(link: OpenLink, visitor: Visitor, wish: { variantId: string; email: string }): Promise<CodeSentDto> {
    await this.spend(link, visitor, wish.email);
    const sentAt = this.clock.now();
    const expiresAt = new Date(sentAt.getTime() + CODE_MINUTES * 60_000);
    const [id, code] = [newId(), newCode()];
    await this.transactions.run(link.actor, async (tx) => {
      await this.visits.lockLink(tx, link.id);
      if ((await this.repository.sourceOf(tx, link.id, wish.email)) === null) throw emailOther();
      await this.assertDue(tx, link.id, sentAt);
      const hash = hashCode(this.key, id, code);
      await this.repository.putCode(tx, { id, linkId: link.id, ...wish, hash, sentAt, expiresAt });
      const { companyName } = link.place;
      const message = { codeId: id, to: wish.email, code, companyName, minutes: CODE_MINUTES, expiresAt };
      await this.sender.send(tx, message);
    });
    return { expiresAt: expiresAt.toISOString(), resendAfterSeconds: RESEND_SECONDS };
  }

  /**
   * Under the link's lock. A wrong try is counted when the transaction commits, so the caller must let it; the right code
   * is taken away with it.
   */
  async tryCode(tx: Transaction, tried: { linkId: string; variantId: string; code: string }): Promise<CodeVerdict> {
    const row = await this.repository.findCode(tx, tried.linkId);
    if (row === null || row.attempts >= CODE_ATTEMPTS || row.expiresAt <= this.clock.now()) return { kind: 'over' };
    const isRight = sameHash(hashCode(this.key, row.id, tried.code), row.hash) && row.variantId === tried.variantId;
    if (isRight) {
      await this.repository.removeCode(tx, row.id);
      const { email } = row;
      const known = await this.repository.sourceOf(tx, tried.linkId, email);
      // The firm may have changed the client's addresses in these minutes.
      return { kind: 'right', email, emailSource: known ?? 'visitor' };
    }
    await this.repository.countAttempt(tx, row.id);
    return { kind: 'wrong', left: CODE_ATTEMPTS - row.attempts - 1 };
  }

  private async assertDue(tx: Transaction, linkId: string, now: Date): Promise<void> {
    const before = await this.repository.findCode(tx, linkId);
    if (before === null) return;
    const waitMs = before.sentAt.getTime() + RESEND_SECONDS * 1000 - now.getTime();
    if (waitMs > 0) throw codeTooEarly(Math.ceil(waitMs / 1000));
  }

  /** Our letters must not become a way to pester somebody: a mailbox is counted whatever the link. */
  private async spend({ id }: OpenLink, { address }: Visitor, email: string): Promise<void> {
    const mailbox = createHash('sha256').update(email.toLowerCase()).digest('base64url');
    const waitSeconds = await this.tables.spendAttempt(
      [
        { key: `proposal:code:link:${id}`, limit: PER_LINK },
        { key: `proposal:code:email:${mailbox}`, limit: PER_EMAIL },
        { key: `proposal:code:address:${address}`, limit: PER_ADDRESS },
      ],
      HOUR_SECONDS,
    );
    if (waitSeconds > 0) throw tooManyRequests('REQUEST.TOO_MANY', waitSeconds);
  }
}
