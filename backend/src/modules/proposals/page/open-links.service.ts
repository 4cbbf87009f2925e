import { Injectable } from '@nestjs/common';
import { clientActor, type Actor } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { CompanyProfiles } from '../../company/index.js';
import { OrganizationsService } from '../../organizations/index.js';
import { hashLinkToken } from '../links/link-token.js';
import { ProposalLinksRepository } from '../links/proposal-links.repository.js';
import { ProposalPlaceRepository, type ProposalPlace } from '../proposal-place.repository.js';
import { linkExpired, linkRevoked, linkUnknown, type WhomToAsk } from '../proposals.errors.js';
import { PublicLimits, type CallKind } from './public-limits.js';
import type { Visitor } from './visitor.js';

/** A link that opens, and on whose behalf everything behind it is read and written. */
export interface OpenLink {
  readonly id: string;
  readonly actor: Actor;
  readonly versionId: string;
  readonly place: ProposalPlace;
}

/** From the token of a link to the version it shows. */
@Injectable()
export class OpenLinks {
  constructor(
    private readonly limits: PublicLimits,
    private readonly links: ProposalLinksRepository,
    private readonly places: ProposalPlaceRepository,
    private readonly companies: CompanyProfiles,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError 404 PROPOSAL.NOT_FOUND for a token nobody was given (or whose order is gone), 410 PROPOSAL.REVOKED or
   * PROPOSAL.EXPIRED with the firm to ask for a new link, 429 REQUEST.TOO_MANY
   */
  async open(token: string, visitor: Visitor, kind: CallKind): Promise<OpenLink> {
    await this.limits.spendAddress(kind, visitor.address);
    const found = await this.links.findByToken(hashLinkToken(token));
    if (found === null) throw linkUnknown();
    await this.limits.spendLink(kind, found.link_id);
    const actor = clientActor(found.organization_id, visitor.requestId);
    await this.assertAlive(actor, { expiresAt: found.expires_at, revokedAt: found.revoked_at });
    const place = await this.places.find(actor, { versionId: found.version_id }, this.clock.now());
    if (place === null || place.status !== 'issued') throw linkUnknown();
    return { id: found.link_id, actor, versionId: found.version_id, place };
  }

  /** @throws AppError 410 PROPOSAL.REVOKED, PROPOSAL.EXPIRED */
  async assertAlive(
    actor: Actor,
    { expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null },
  ): Promise<void> {
    if (revokedAt !== null) throw linkRevoked(await this.whomToAsk(actor));
    if (expiresAt <= this.clock.now()) throw linkExpired(await this.whomToAsk(actor));
  }

  private async whomToAsk(actor: Actor): Promise<WhomToAsk> {
    const { name } = await this.organizations.getOwn(actor);
    const { phone } = await this.companies.get(actor);
    return { name, phone };
  }
}
