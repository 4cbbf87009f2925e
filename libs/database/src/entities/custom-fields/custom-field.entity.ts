import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import {
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  LockColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';

export const customFieldSubjects = ['client', 'item'] as const;
export type CustomFieldSubject = (typeof customFieldSubjects)[number];
export const customFieldTypes = ['text', 'number', 'date', 'boolean', 'choice'] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/**
 * A field an organization gave its clients or items. The values live as one document `fields` {key: value} on the row
 * they belong to, so key and type stay what they are once there may be values.
 */
@Entity('custom_fields')
@Unique('uq_custom_fields_key', ['organizationId', 'subject', 'key'])
@Index('uq_custom_fields_name', ['organizationId', 'subject', 'name'], { unique: true, where: 'archived_at is null' })
@Check('ck_custom_fields_subject', oneOf('subject', customFieldSubjects))
@Check('ck_custom_fields_type', oneOf('type', customFieldTypes))
@Check('ck_custom_fields_key', `key ~ '^[a-z][a-z0-9_]{0,39}$'`)
@Check('ck_custom_fields_options', `(type = 'choice') = (options is not null)`)
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class CustomField {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() subject: CustomFieldSubject;
  @TextColumn() key: string;
  @TextColumn() name: string;
  @TextColumn() type: CustomFieldType;
  /** What may be chosen, in the order it is offered; null unless the type is `choice`. */
  @Column('text', { array: true, nullable: true }) options: string[] | null;
  /** Of a number, as it is printed behind it. */
  @TextColumn({ nullable: true }) unit: string | null;
  /** Of items only: the categories whose items it is offered for, those below included; null offers it for all. */
  @Column('uuid', { array: true, nullable: true }) categoryIds: string[] | null;
  @IntegerColumn({ default: 0 }) position: number;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
  @TimeColumn({ nullable: true }) archivedAt: Date | null;
}
