import { ApiProperty } from '@nestjs/swagger';
import { ItemCategoryDto } from './item.dto.js';

export class CategoryListDto {
  @ApiProperty({ type: () => [ItemCategoryDto] })
  items: ItemCategoryDto[];
}
