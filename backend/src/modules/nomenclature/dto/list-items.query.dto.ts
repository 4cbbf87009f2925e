import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/index.js';
import { PlainText } from '../../../platform/http/plain-text.js';

const MAX_CODES = 300;
const MAX_CODE = 60;

export class ListItemsQueryDto extends PageQuery {
  /** Part of the name or of the code. */
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  query?: string;

  @IsOptional()
  @IsUUID()
  categoryId?: string;

  /** Items with these codes only, with commas between them. */
  @ApiProperty({ type: String, required: false, maxLength: MAX_CODES * (MAX_CODE + 1) })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(MAX_CODES)
  @PlainText()
  @IsString({ each: true })
  @MaxLength(MAX_CODE, { each: true })
  codes?: string[];

  /** Prices as this estimate bills them: of its lists, at the time it was priced. Default lists now without it. */
  @IsOptional()
  @IsUUID()
  estimateId?: string;
}
