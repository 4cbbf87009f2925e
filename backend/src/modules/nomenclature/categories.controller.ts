import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { Categories } from './categories.service.js';
import { CategoryListDto } from './dto/category.dto.js';

@ApiTags('nomenclature')
@Controller('categories')
export class CategoriesController {
  constructor(private readonly categories: Categories) {}

  /** All categories of items, in the organization's own order: there are dozens at the most. */
  @Get()
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: CategoryListDto })
  async list(@CurrentActor() actor: Actor): Promise<CategoryListDto> {
    return { items: await this.categories.list(actor) };
  }
}
