import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import type { IdempotencyRequest } from '../../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../../platform/http/index.js';
import { VersionQuery } from '../../../platform/http/version-query.dto.js';
import {
  CreatePriceListDto,
  ListPriceListsQueryDto,
  PriceListDto,
  PriceListListDto,
  UpdatePriceListDto,
} from './dto/price-list.dto.js';
import { PriceLists } from './price-lists.service.js';

/** Lists of kinds whose prices a person may not read do not exist for them. */
@ApiTags('prices')
@Controller('price-lists')
export class PriceListsController {
  constructor(private readonly lists: PriceLists) {}

  /** Sale, dealers, purchase, pay; of each kind the default one first. There are a few, at most five hundred. */
  @Get()
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: PriceListListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: ListPriceListsQueryDto): Promise<PriceListListDto> {
    return { items: await this.lists.list(actor, query.archived ?? false) };
  }

  @Get(':id')
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: PriceListDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PriceListDto> {
    return this.lists.get(actor, id);
  }

  @Post()
  @HttpCode(201)
  @RequirePermission('price:edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: PriceListDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreatePriceListDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<PriceListDto> {
    return this.lists.create(actor, input, idempotency);
  }

  /** Renames, archives, makes it the default of its kind, says when it holds. */
  @Patch(':id')
  @RequirePermission('price:edit')
  @ApiOkResponse({ type: PriceListDto })
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: UpdatePriceListDto,
  ): Promise<PriceListDto> {
    return this.lists.update(actor, id, input);
  }

  /** Only one without any prices, that no estimate was priced by; others are archived. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('price:edit')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: VersionQuery): Promise<void> {
    return this.lists.remove(actor, id, query.version);
  }
}
