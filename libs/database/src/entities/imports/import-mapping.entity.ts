import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { JsonColumn, UpdatedAtColumn } from '../columns.js';

/** How the columns of a source were mapped last; a source is known by the titles of its columns. */
@Entity('import_mappings')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class ImportMapping {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('text') kind: string;
  /** A hash of the titles. */
  @PrimaryColumn('text') source: string;
  @JsonColumn() mapping: Readonly<Record<string, string>>;
  @JsonColumn() options: Readonly<Record<string, unknown>>;
  @UpdatedAtColumn() updatedAt: Date;
}
