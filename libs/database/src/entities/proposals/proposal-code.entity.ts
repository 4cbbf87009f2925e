import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { ProposalLink } from './proposal-link.entity.js';

/** The one code of a link that can be used now; the next one takes its place, and using it takes it away. */
@Entity('proposal_codes')
@Unique('uq_proposal_codes_link_id', ['organizationId', 'linkId'])
@Check('ck_proposal_codes_attempts', 'attempts between 0 and 5')
@ForeignKey(() => ProposalLink, ['organizationId', 'linkId'], ['organizationId', 'id'])
export class ProposalCode {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() linkId: string;
  @UuidColumn() variantId: string;
  @TextColumn() email: string;
  /** Keyed with a secret of the installation: six digits alone are found by trying. */
  @Column('bytea') codeHash: Buffer;
  /** Wrong ones so far. */
  @IntegerColumn({ default: 0 }) attempts: number;
  @TimeColumn() sentAt: Date;
  @TimeColumn() expiresAt: Date;
}
