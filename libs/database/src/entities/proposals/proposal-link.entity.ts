import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { CreatedAtColumn, IdColumn, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { EstimateVersion } from '../estimates/estimate-version.entity.js';

/** The address under which a client sees one issued version of an estimate, without signing in. */
@Entity('proposal_links')
@Unique('uq_proposal_links_organization_id_id', ['organizationId', 'id'])
@Unique('uq_proposal_links_token_hash', ['tokenHash'])
@Index('ix_proposal_links_version_id', ['organizationId', 'versionId', 'createdAt'])
@ForeignKey(() => EstimateVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'revokedBy'], ['organizationId', 'userId'])
export class ProposalLink {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() versionId: string;
  /** SHA-256 of the token; the token itself is never stored. */
  @Column('bytea') tokenHash: Buffer;
  /** Where it was sent to by us, if it was. */
  @TextColumn({ nullable: true }) email: string | null;
  @TimeColumn() expiresAt: Date;
  @UuidColumn() createdBy: string;
  @CreatedAtColumn() createdAt: Date;
  @TimeColumn({ nullable: true }) revokedAt: Date | null;
  @UuidColumn({ nullable: true }) revokedBy: string | null;
}
