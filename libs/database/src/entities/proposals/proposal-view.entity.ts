import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { ProposalLink } from './proposal-link.entity.js';

/** A look at a proposal in a browser; looks that follow closely from one address are one. */
@Entity('proposal_views')
@Index('ix_proposal_views_link_id', ['organizationId', 'linkId', 'viewedAt'])
@ForeignKey(() => ProposalLink, ['organizationId', 'linkId'], ['organizationId', 'id'])
export class ProposalView {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() linkId: string;
  @TextColumn() address: string;
  @TextColumn({ nullable: true }) userAgent: string | null;
  @TimeColumn() viewedAt: Date;
}
