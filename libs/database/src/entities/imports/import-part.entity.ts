import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { IntegerColumn, JsonColumn, UuidColumn } from '../columns.js';
import { Import } from './import.entity.js';

/** A stretch of a file's rows as they were read. One row of the table for many of the file: they are only read whole. */
@Entity('import_parts')
@ForeignKey(() => Import, ['organizationId', 'importId'], ['organizationId', 'id'])
export class ImportPart {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('integer') number: number;
  @UuidColumn() organizationId: string;
  /** The number of the last row in the file. */
  @IntegerColumn() lastRow: number;
  /** [row number, cells][]; a cell is a text, a number, a boolean or null. */
  @JsonColumn() rows: unknown;
}
