import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { Organization } from '../access/organization.entity.js';
import { CreatedAtColumn, JsonColumn, TextColumn, UuidColumn } from '../columns.js';

/**
 * One version of an organization's calculation rules. Rows are only ever added: estimates name the version they were
 * made by, so that it can be read as it was. The greatest version is the current one.
 */
@Entity('rule_sets')
@Check('ck_rule_sets_version', 'version > 0')
@Check('ck_rule_sets_document', `jsonb_typeof(document) = 'object'`)
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
export class RuleSetVersion {
  @PrimaryColumn('uuid') organizationId: string;
  /** The name of the rule set in estimates: "R1". */
  @PrimaryColumn('text') id: string;
  @PrimaryColumn('integer') version: number;
  @TextColumn() title: string;
  @JsonColumn() document: object;
  /** Null: it came with the system. */
  @UuidColumn({ nullable: true }) createdBy: string | null;
  @CreatedAtColumn() createdAt: Date;
}
