import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { importActions, type ImportAction } from '@smet/database';
import { PageQuery } from '../../../platform/http/index.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

const MAX_KIND = 40;
const MAX_ROW = 1_048_576;
const MAX_SHEET = 1000;

export class CreateImportDto {
  /** What the rows are: `items`, `prices`, `clients`. */
  @IsString()
  @MaxLength(MAX_KIND)
  kind: string;

  /** A file brought with the purpose `import`. */
  @IsUUID()
  fileId: string;
}

export class ListImportsQueryDto extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(MAX_KIND)
  kind?: string;
}

export class ListRowsQueryDto extends PageQuery {
  @IsOptional()
  @IsIn(importActions)
  action?: ImportAction;
}

export class ImportStepDto {
  /** Of the import as it was seen: what is applied is what was shown. */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export class MapImportDto extends ImportStepDto {
  /** Its index in `sheets`; another one than before is read first. */
  @IsInt()
  @Min(0)
  @Max(MAX_SHEET)
  sheet: number;

  /** The row of the titles, as the file counts, from 1. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ROW)
  headerRow: number;

  /** The key of the target's column by the index of the file's column, from 0. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { 0: 'code', 2: 'name' } })
  @IsObject()
  columns: Record<string, string>;

  /** What the kind asks besides: of prices `validFrom`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  options?: Record<string, unknown>;
}
