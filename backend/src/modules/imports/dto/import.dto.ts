import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { importActions, importStates, type ImportAction, type ImportState } from '@smet/database';

export class ImportFileDto {
  id: string;
  name: string;
}

export class ImportPersonDto {
  id: string;
  name: string;
}

/** Of the stage under way, in rows. */
export class ImportProgressDto {
  done: number;
  /** Null while the file is being read: how many rows there are is not known before its end. */
  total: number | null;
}

export class ImportCountsDto {
  new: number;
  changed: number;
  unchanged: number;
  faulty: number;
  /** New and changed ones that are written. */
  applied: number;
  /** Written ones that an undoing left, because somebody changed them since. */
  kept: number;
}

export class ImportProblemDto {
  /** @example 'IMPORT.ENCRYPTED' */
  code: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, string | number>;
}

export class ImportColumnDto {
  key: string;
  title: string;
  required: boolean;
  @ApiProperty({ enum: ['text', 'number', 'money', 'date', 'choice'] })
  type: 'text' | 'number' | 'money' | 'date' | 'choice';
}

export class SourceRowDto {
  /** As the file counts, from 1. */
  rowNumber: number;
  /** A text, a number, true, false or null each. */
  @ApiProperty({ type: 'array', items: {} })
  cells: (string | number | boolean | null)[];
}

export class ImportDto {
  id: string;
  /** @example 'items' */
  kind: string;
  @ApiProperty({ enum: importStates, enumName: 'ImportState' })
  state: ImportState;
  file: ImportFileDto;
  sheets: string[];
  sheet: number;
  headerRow: number | null;
  /** The key of the target's column by the index of the file's column; a suggestion until somebody has confirmed it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  mapping: Record<string, string> | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: Record<string, unknown>;
  progress: ImportProgressDto;
  counts: ImportCountsDto;
  problem: ImportProblemDto | null;
  createdBy: ImportPersonDto;
  createdAt: string;
  appliedAt: string | null;
  version: number;
  /** Steps that lead on from here. */
  @ApiProperty({ enum: ['map', 'apply', 'undo', 'stop'], isArray: true })
  steps: ('map' | 'apply' | 'undo' | 'stop')[];
  /** What columns may be mapped to; empty in lists. */
  columns: ImportColumnDto[];
  /** The first rows of the file; empty in lists. */
  preview: SourceRowDto[];
}

export class ImportPageDto {
  items: ImportDto[];
  nextCursor: string | null;
}

export class RowProblemDto {
  /** The key of the column; null: the row as a whole. */
  column: string | null;
  /** @example 'REPEATED' */
  code: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  params?: Record<string, string | number>;
}

export class ImportRowDto {
  rowNumber: number;
  @ApiProperty({ enum: importActions, enumName: 'ImportAction' })
  action: ImportAction;
  /** What tells the rows apart, as an item's code. */
  key: string | null;
  targetId: string | null;
  /** By the keys of the columns. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  values: Record<string, unknown>;
  /** Of a changed one, what it was. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Record<string, unknown> | null;
  problems: RowProblemDto[];
}

export class ImportRowPageDto {
  items: ImportRowDto[];
  nextCursor: string | null;
}
