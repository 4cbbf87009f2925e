import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { ProposalLetters } from '../letters/proposal-letters.service.js';
import type { CreatedLinkDto, CreateLinkDto, ProposalLinksDto } from '../dto/proposal-link.dto.js';
import { expiryInvalid, letterGone, linkNotFound, versionNotFound, versionNotIssued } from '../proposals.errors.js';
import { linkCreated, linkRevoked } from '../proposals.events.js';
import { ProposalPlaceRepository, type ProposalPlace } from '../proposal-place.repository.js';
import { hashLinkToken, newLinkToken } from './link-token.js';
import { ProposalLinksRepository } from './proposal-links.repository.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

/** The manager's side of links. */
@Injectable()
export class ProposalLinks {
  constructor(
    private readonly transactions: Transactions,
    private readonly places: ProposalPlaceRepository,
    private readonly links: ProposalLinksRepository,
    private readonly letters: ProposalLetters,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * A new link to an issued version. Not repeatable by an idempotency key: its stored answer would hold the token.
   * @throws AppError 404 PROPOSAL.VERSION_NOT_FOUND, 409 PROPOSAL.NOT_ISSUED, 422 PROPOSAL.EXPIRY_INVALID,
   * 503 MAIL.NOT_CONFIGURED when it should be sent and cannot be
   */
  create(actor: Actor, estimateId: string, { number, expiresAt, email }: CreateLinkDto): Promise<CreatedLinkDto> {
    const until = this.readExpiry(expiresAt);
    const token = newLinkToken();
    const url = `${this.config.publicUrl}/p/${token}`;
    return this.transactions.run(actor, async (tx) => {
      const place = await this.places.find(tx, { estimateId, number }, this.clock.now());
      if (place === null) throw versionNotFound();
      if (place.status !== 'issued') throw versionNotIssued();
      const { versionId } = place;
      const id = await this.links.insert(tx, {
        versionId,
        tokenHash: hashLinkToken(token),
        email: email ?? null,
        expiresAt: until,
      });
      if (email !== undefined) await this.letters.invite(tx, { linkId: id, to: email, place, url });
      await this.journalCreated(tx, place, { id, until });
      return { id, url, expiresAt: until.toISOString() };
    });
  }

  /** Links of an estimate with what came of them. */
  async list(actor: Actor, estimateId: string): Promise<ProposalLinksDto> {
    const place = await this.places.find(actor, { estimateId, number: 1 }, this.clock.now());
    if (place === null) throw versionNotFound();
    const { orderNumber, clientName } = place;
    const rows = await this.links.list(actor, estimateId);
    const sent = rows.filter(({ email }) => email !== null).map(({ id }) => id);
    const letters = await this.transactions.run(actor, (tx) => this.letters.invitationsOf(tx, sent));
    const items = rows.map((row) => ({ ...row, letter: letters.get(row.id) ?? null }));
    return { orderNumber, clientName, mailAvailable: this.letters.available, items };
  }

  /**
   * Sends an invitation again that has not left. What has left cannot be repeated: the address of the page stood in it only.
   * @throws AppError 404 PROPOSAL.LINK_NOT_FOUND, 409 PROPOSAL.LETTER_GONE, 503 MAIL.NOT_CONFIGURED
   */
  sendAgain(actor: Actor, linkId: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const estimateId = await this.links.findEstimateId(tx, linkId);
      if (estimateId === null) throw linkNotFound();
      if (!(await this.letters.inviteAgain(tx, linkId))) throw letterGone();
      await this.audit.write(tx, {
        action: 'proposal.link_sent_again',
        entityType: 'estimate',
        entityId: estimateId,
        changes: { linkId },
      });
    });
  }

  /** From now on the link opens nothing; a second time changes nothing. */
  revoke(actor: Actor, linkId: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const estimateId = await this.links.findEstimateId(tx, linkId);
      if (estimateId === null) throw linkNotFound();
      if (!(await this.links.revoke(tx, linkId, this.clock.now()))) return;
      await this.letters.withdrawInvitation(tx, linkId);
      await this.events.record(tx, linkRevoked(estimateId, { linkId }));
      await this.audit.write(tx, {
        action: 'proposal.link_revoked',
        entityType: 'estimate',
        entityId: estimateId,
        changes: { linkId },
      });
    });
  }

  private readExpiry(given: string | undefined): Date {
    const now = this.clock.now().getTime();
    if (given === undefined) return new Date(now + USUAL_DAYS * DAY_MS);
    const at = new Date(given).getTime();
    // A date can be well-formed and still be none: 30 February.
    if (at > now && at <= now + MOST_DAYS * DAY_MS) return new Date(at);
    throw expiryInvalid({ maxDays: MOST_DAYS });
  }

  private async journalCreated(
    tx: Transaction,
    { estimateId, number }: ProposalPlace,
    { id, until }: { id: string; until: Date },
  ): Promise<void> {
    await this.events.record(tx, linkCreated(estimateId, { linkId: id, number }));
    await this.audit.write(tx, {
      action: 'proposal.link_created',
      entityType: 'estimate',
      entityId: estimateId,
      changes: { linkId: id, number, expiresAt: until.toISOString() },
    });
  }
}
