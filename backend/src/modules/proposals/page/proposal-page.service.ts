import { Injectable } from '@nestjs/common';
import { dispositionOf, Documents } from '../../documents/index.js';
import type { DrawingQueryDto } from '../../estimates/index.js';
import { Codes } from '../acceptance/codes.service.js';
import { assertAcceptable } from '../acceptance/assert-acceptable.js';
import type { ProposalDto } from '../dto/proposal.dto.js';
import type { CodeSentDto, RequestCodeDto } from '../dto/proposal-input.dto.js';
import { IssuedVersions } from '../issued-versions.js';
import { variantUnknown } from '../proposals.errors.js';
import type { OpenLink } from './open-links.service.js';
import { viewProposal } from './proposal-view.js';
import type { Visitor } from './visitor.js';

/** What the page of a proposal shows and asks for. */
@Injectable()
export class ProposalPage {
  constructor(
    private readonly versions: IssuedVersions,
    private readonly documents: Documents,
    private readonly codes: Codes,
  ) {}

  async show({ actor, place }: OpenLink): Promise<ProposalDto> {
    const version = await this.versions.read(actor, place);
    return viewProposal(place, version, { codesAvailable: this.codes.available });
  }

  /** @throws AppError 404 when there is no such room */
  draw({ actor, place }: OpenLink, roomId: string, query: DrawingQueryDto): Promise<string> {
    return this.versions.draw(actor, place, roomId, query);
  }

  /**
   * The version as a document that leads back to its page, with the lines of one variant.
   * @throws AppError 404 when there is no such variant, 503 when too much is printed already
   */
  async print(
    { actor, place }: OpenLink,
    { variantId, linkUrl }: { variantId: string | undefined; linkUrl: string },
  ): Promise<{ pdf: Uint8Array; disposition: string }> {
    const { estimateId, number } = place;
    const job = await this.documents.prepare(actor, { document: 'proposal', estimateId, number, variantId });
    return { pdf: await this.documents.print({ ...job, linkUrl }), disposition: dispositionOf(job) };
  }

  /** A code for what could be accepted right now; nobody is sent one in vain. */
  async sendCode(link: OpenLink, visitor: Visitor, { variantId, email }: RequestCodeDto): Promise<CodeSentDto> {
    assertAcceptable(link.place, null);
    const { draft } = await this.versions.read(link.actor, link.place);
    if (!draft.variants.some(({ id }) => id === variantId)) throw variantUnknown();
    return this.codes.request(link, visitor, { variantId, email });
  }
}
