import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/index.js';
import { PlainText } from '../../../platform/http/plain-text.js';

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

  /** Prices as this estimate bills them: of its lists, at the time it was priced. Default lists now without it. */
  @IsOptional()
  @IsUUID()
  estimateId?: string;
}
