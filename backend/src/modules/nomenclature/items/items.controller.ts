import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import type { IdempotencyRequest } from '../../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../../platform/http/index.js';
import { VersionQuery } from '../../../platform/http/version-query.dto.js';
import { CreateItemDto, ItemVersionDto, UpdateItemDto } from './dto/item-input.dto.js';
import { ItemUsageDto } from './dto/item-use.dto.js';
import { ItemDto, ItemPageDto } from './dto/item.dto.js';
import { ListItemsQueryDto } from './dto/list-items.query.dto.js';
import { ItemsService } from './items.service.js';
import { WriteItemService } from './write-item.service.js';

@ApiTags('nomenclature')
@Controller('items')
export class ItemsController {
  constructor(
    private readonly items: ItemsService,
    private readonly writing: WriteItemService,
  ) {}

  /** Items by name unless sorted otherwise, priced by the default lists now or, with `estimateId`, as that estimate bills. */
  @Get()
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: ItemPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListItemsQueryDto): Promise<ItemPageDto> {
    return this.items.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: ItemDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ItemDto> {
    return this.items.get(actor, id);
  }

  /** Rules, templates, estimates and price lists that name it. */
  @Get(':id/usage')
  @RequirePermission('nomenclature:edit')
  @ApiOkResponse({ type: ItemUsageDto })
  usage(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ItemUsageDto> {
    return this.items.usage(actor, id);
  }

  @Post()
  @HttpCode(201)
  @RequirePermission('nomenclature:edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ItemDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateItemDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<ItemDto> {
    return this.writing.create(actor, input, idempotency);
  }

  /** Changes the parts that are sent, on the version they were seen at. */
  @Patch(':id')
  @RequirePermission('nomenclature:edit')
  @ApiOkResponse({ type: ItemDto })
  update(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: UpdateItemDto): Promise<ItemDto> {
    return this.writing.update(actor, id, input);
  }

  /** Offers it no more; what uses it goes on with it. */
  @Post(':id/archive')
  @HttpCode(200)
  @RequirePermission('nomenclature:edit')
  @ApiOkResponse({ type: ItemDto })
  archive(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ItemVersionDto): Promise<ItemDto> {
    return this.writing.archive(actor, id, input.version);
  }

  /** Out of the archive or out of the trash. */
  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('nomenclature:edit')
  @ApiOkResponse({ type: ItemDto })
  restore(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ItemVersionDto): Promise<ItemDto> {
    return this.writing.restore(actor, id, input.version);
  }

  /** Into the trash; what is used is archived instead (409 ITEM.IN_USE). */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('nomenclature:edit')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: VersionQuery): Promise<void> {
    return this.writing.remove(actor, id, query.version);
  }
}
