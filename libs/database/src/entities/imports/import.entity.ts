import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import {
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  LockColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';
import { StoredFile } from '../files/file.entity.js';

/**
 * Where an import stands. Those in -ing are worked on by a job; `stopped` and `failed` keep what was applied until then,
 * which can be gone on with or undone.
 */
export const importStates = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'stopped',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

@Entity('imports')
@Unique('uq_imports_organization_id_id', ['organizationId', 'id'])
@Index('ix_imports_created_at', ['organizationId', 'createdAt', 'id'])
@Check('ck_imports_state', oneOf('state', importStates))
@ForeignKey(() => StoredFile, ['organizationId', 'fileId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'actedBy'], ['organizationId', 'userId'])
export class Import {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() kind: string;
  @UuidColumn() fileId: string;
  @TextColumn() state: ImportState;
  /** The names of the sheets, in the order of the file. */
  @JsonColumn() sheets: readonly string[];
  @IntegerColumn({ default: 0 }) sheet: number;
  /** The row of the titles, as the file counts its rows: from 1. */
  @IntegerColumn({ nullable: true }) headerRow: number | null;
  /** The key of the target's column by the index of the file's column, from 0. */
  @JsonColumn({ nullable: true }) mapping: Readonly<Record<string, string>> | null;
  @JsonColumn() options: Readonly<Record<string, unknown>>;
  /** Known when the file is read; titles and what stands above them included. */
  @IntegerColumn({ default: 0 }) totalRows: number;
  /** Of the stage under way, in the unit of its total. */
  @IntegerColumn({ default: 0 }) doneRows: number;
  @IntegerColumn({ default: 0 }) newRows: number;
  @IntegerColumn({ default: 0 }) changedRows: number;
  @IntegerColumn({ default: 0 }) unchangedRows: number;
  @IntegerColumn({ default: 0 }) faultyRows: number;
  @IntegerColumn({ default: 0 }) appliedRows: number;
  /** Rows the undoing left as they are, because somebody changed them since. */
  @IntegerColumn({ default: 0 }) keptRows: number;
  /** The first part of the file that is not checked yet. */
  @IntegerColumn({ default: 0 }) checkedParts: number;
  /** Rows up to this one are applied. */
  @IntegerColumn({ default: 0 }) appliedTo: number;
  /** Rows after this one are undone. */
  @IntegerColumn({ nullable: true }) undoneFrom: number | null;
  /** Why it failed: a code and its parameters. */
  @JsonColumn({ nullable: true }) problem: unknown;
  @UuidColumn() createdBy: string;
  /** Who asked for the stage under way: its changes are theirs. */
  @UuidColumn() actedBy: string;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
  /** When its applying was asked for: the moment of all its rows. */
  @TimeColumn({ nullable: true }) appliedAt: Date | null;
}
