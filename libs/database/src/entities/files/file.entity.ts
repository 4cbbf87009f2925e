import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { Organization } from '../access/organization.entity.js';
import { BigIntColumn, CreatedAtColumn, IdColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';

/** What a file was brought for: it decides how large it may be, of which type, and who may open it. */
export const filePurposes = ['picture', 'import'] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** A file people brought. Its bytes are in the object storage under `storageKey`, never in the database. */
@Entity('files')
@Unique('uq_files_organization_id_id', ['organizationId', 'id'])
@Unique('uq_files_storage_key', ['storageKey'])
@Check('ck_files_purpose', oneOf('purpose', filePurposes))
@Check('ck_files_size', 'size >= 0')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
export class StoredFile {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() storageKey: string;
  /** As the person called it; only ever shown, never part of a path. */
  @TextColumn() name: string;
  /** By content, not by name. */
  @TextColumn() contentType: string;
  @BigIntColumn() size: number;
  /** In hexadecimal. */
  @TextColumn() sha256: string;
  @TextColumn() purpose: FilePurpose;
  @UuidColumn() createdBy: string;
  @CreatedAtColumn() createdAt: Date;
  @TimeColumn({ nullable: true }) deletedAt: Date | null;
}
