import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import type { IdempotencyRequest } from '../../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../../platform/http/index.js';
import { VersionQuery } from '../../../platform/http/version-query.dto.js';
import { Categories } from './categories.service.js';
import { CategoryDto, CategoryListDto, CreateCategoryDto, UpdateCategoryDto } from './dto/category.dto.js';

@ApiTags('nomenclature')
@Controller('categories')
export class CategoriesController {
  constructor(private readonly categories: Categories) {}

  /** All categories of items, as their tree is read from above: there are dozens, at most a thousand. */
  @Get()
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: CategoryListDto })
  async list(@CurrentActor() actor: Actor): Promise<CategoryListDto> {
    return { items: await this.categories.tree(actor) };
  }

  @Post()
  @HttpCode(201)
  @RequirePermission('nomenclature:edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: CategoryDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateCategoryDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<CategoryDto> {
    return this.categories.create(actor, input, idempotency);
  }

  /** Renames it, or moves it with all that is below it. */
  @Patch(':id')
  @RequirePermission('nomenclature:edit')
  @ApiOkResponse({ type: CategoryDto })
  update(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: UpdateCategoryDto): Promise<CategoryDto> {
    return this.categories.update(actor, id, input);
  }

  /** Only an empty one. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('nomenclature:edit')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: VersionQuery): Promise<void> {
    return this.categories.remove(actor, id, query.version);
  }
}
