import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { ProposalLink } from './proposal-link.entity.js';

/** What a client asked under a proposal. */
@Entity('proposal_questions')
@Index('ix_proposal_questions_link_id', ['organizationId', 'linkId', 'askedAt'])
@Check('ck_proposal_questions_text', 'length(text) between 1 and 2000')
@ForeignKey(() => ProposalLink, ['organizationId', 'linkId'], ['organizationId', 'id'])
export class ProposalQuestion {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() linkId: string;
  @TextColumn() name: string;
  @TextColumn() text: string;
  @TextColumn() address: string;
  @TimeColumn() askedAt: Date;
}
