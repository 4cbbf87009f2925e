import { Check, Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, JsonColumn, oneOf, TextColumn, UuidColumn } from '../columns.js';

export const importActions = ['new', 'changed', 'unchanged', 'faulty'] as const;
export type ImportAction = (typeof importActions)[number];

/**
 * What a row of a file will do, or did. Written once, when it is checked: what was applied and undone is known by the
 * import's positions. No foreign key to the import, whose row is locked by whoever writes here: it would cost a look-up
 * for each of the hundred thousand.
 */
@Entity('import_rows')
@Check('ck_import_rows_action', oneOf('action', importActions))
export class ImportRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('integer') rowNumber: number;
  @UuidColumn() organizationId: string;
  @TextColumn() action: ImportAction;
  /** What must not come twice in a file: an item's code. */
  @TextColumn({ nullable: true }) key: string | null;
  @UuidColumn({ nullable: true }) targetId: string | null;
  /** The version the values were compared with; null where there was nothing, or where the thing has no version. */
  @IntegerColumn({ nullable: true }) targetVersion: number | null;
  @JsonColumn() values: unknown;
  @JsonColumn({ nullable: true }) before: unknown;
  @JsonColumn({ nullable: true }) problems: unknown;
  /** What the target needs to take the row back, besides what it was. */
  @JsonColumn({ nullable: true }) trace: unknown;
}
