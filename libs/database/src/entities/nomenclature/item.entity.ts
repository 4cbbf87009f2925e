import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  CreatedAtColumn,
  IdColumn,
  LockColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';
import { Category } from './category.entity.js';

export const itemKinds = ['material', 'work', 'service'] as const;
export type ItemKind = (typeof itemKinds)[number];

@Entity('items')
@Unique('uq_items_organization_id_id', ['organizationId', 'id'])
@Unique('uq_items_organization_id_code', ['organizationId', 'code'])
@Index('ix_items_name', ['organizationId', 'name', 'id'])
@Index('ix_items_category_id', ['organizationId', 'categoryId', 'name', 'id'])
@Index('ix_items_updated_at', ['organizationId', 'updatedAt', 'id'])
@Index('ix_items_archived', ['organizationId', 'name', 'id'], { where: 'archived_at is not null' })
@Index('ix_items_trash', ['organizationId', 'name', 'id'], { where: 'deleted_at is not null' })
@Index('ix_items_search', { synchronize: false })
@Index('ix_items_fields', { synchronize: false })
@Check('ck_items_kind', oneOf('kind', itemKinds))
@Check('ck_items_fields', `jsonb_typeof(fields) = 'object'`)
@ForeignKey(() => Category, ['organizationId', 'categoryId'], ['organizationId', 'id'])
export class Item {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() categoryId: string;
  /** Rules, templates and drafts call it by its code; one in the trash keeps it. */
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() unit: string;
  /** A thing, the firm's own work, or something done beside it: what surcharges are taken of. */
  @TextColumn({ default: 'material' }) kind: ItemKind;
  /** How much of it one needs, in the trade's words; describes stock, not billing. */
  @TextColumn({ nullable: true }) norm: string | null;
  /** Values of the organization's own fields by their keys, see `CustomField`. */
  @Column('jsonb', { default: {} }) fields: Record<string, string | number | boolean>;
  /** Not offered any more; whatever uses it goes on with it. */
  @TimeColumn({ nullable: true }) archivedAt: Date | null;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
  /** In the trash: only what nothing uses gets there. */
  @TimeColumn({ nullable: true }) deletedAt: Date | null;
}
