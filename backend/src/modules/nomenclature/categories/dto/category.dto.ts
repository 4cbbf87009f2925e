import { ApiProperty } from '@nestjs/swagger';
import {
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { PlainText } from '../../../../platform/http/plain-text.js';
import { MAX_VERSION } from '../../../../platform/http/version.js';

export class CategoryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  /** The category it is below; null at the top. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class CategoryListDto {
  /** As the tree is read from above: each before those below it, neighbours in the organization's own order. */
  @ApiProperty({ type: () => [CategoryDto] })
  items: CategoryDto[];
}

class CategoryPlaceDto {
  /** The category it shall be below; null puts it at the top. */
  @ApiProperty({ type: String, format: 'uuid', required: false, nullable: true })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  /** The neighbour it shall stand before; null puts it behind all of them. */
  @ApiProperty({ type: String, format: 'uuid', required: false, nullable: true })
  @IsOptional()
  @IsUUID()
  beforeId?: string | null;
}

export class CreateCategoryDto extends CategoryPlaceDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;
}

/** Without `parentId` and `beforeId` it stays where it is. */
export class UpdateCategoryDto extends CategoryPlaceDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsDefined()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ required: false })
  @ValidateIf((category: UpdateCategoryDto) => category.name !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name?: string;
}
