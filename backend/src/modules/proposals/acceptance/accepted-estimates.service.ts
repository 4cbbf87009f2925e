import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import type { LockedVersionRow } from '../../estimates/index.js';
import { OrderAdvance } from '../../orders/index.js';
import { IssuedVersions } from '../issued-versions.js';
import { ProposalLetters } from '../letters/proposal-letters.service.js';
import { OpenLinks, type OpenLink } from '../page/open-links.service.js';
import { VisitsRepository } from '../page/visits.repository.js';
import type { ProposalPlace } from '../proposal-place.repository.js';
import { variantUnknown } from '../proposals.errors.js';
import type { NewAcceptance } from './acceptances.repository.js';

/** Code of the stage an order comes to by its client's yes. */
const STAGE_OF_A_YES = 'contract';

export interface AcceptedVariant {
  readonly name: string;
  readonly toPayMinor: number;
}

interface Accepted extends NewAcceptance {
  readonly acceptanceId: string;
  readonly variant: AcceptedVariant;
  readonly pageUrl: string;
}

export interface Locked {
  readonly version: LockedVersionRow;
  readonly linkCreatedBy: string;
}

/** What a client's yes takes hold of, and what follows from it for the estimate and its order. */
@Injectable()
export class AcceptedEstimates {
  constructor(
    private readonly versions: IssuedVersions,
    private readonly advance: OrderAdvance,
    private readonly visits: VisitsRepository,
    private readonly links: OpenLinks,
    private readonly letters: ProposalLetters,
  ) {}

  /**
   * The order, then the link: from here on nobody issues, saves or accepts anything of them.
   * @throws AppError 404 when the order is gone, 410 when the link is over by now
   */
  async lock(tx: Transaction, { id, actor, place }: OpenLink): Promise<Locked> {
    const version = await this.versions.lock(tx, place);
    const link = await this.visits.lockLink(tx, id);
    await this.links.assertAlive(actor, link);
    return { version, linkCreatedBy: link.createdBy };
  }

  /** @throws AppError 422 PROPOSAL.VARIANT_UNKNOWN */
  async getVariant(tx: Transaction, place: ProposalPlace, variantId: string): Promise<AcceptedVariant> {
    const variant = await this.versions.variant(tx, place, variantId);
    if (variant === null) throw variantUnknown();
    return variant;
  }

  /** Marks the version, then the sum and the stage of the order follow, and everybody concerned is written to. */
  async carryOn(tx: Transaction, locked: Locked, place: ProposalPlace, accepted: Accepted): Promise<void> {
    const { variantId, name, at, method, variant } = accepted;
    await this.versions.accept(tx, locked.version, { variantId, name, at });
    await this.advance.advance(tx, place.orderId, STAGE_OF_A_YES);
    await this.letters.tellAccepted(
      tx,
      { place, linkCreatedBy: locked.linkCreatedBy },
      {
        acceptanceId: accepted.acceptanceId,
        variantName: variant.name,
        toPayMinor: variant.toPayMinor,
        name,
        method,
        emailSource: accepted.emailSource,
        at,
        clientEmail: accepted.email,
        clientUrl: accepted.pageUrl,
      },
    );
  }
}
