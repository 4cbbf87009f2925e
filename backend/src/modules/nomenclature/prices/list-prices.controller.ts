import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import type { IdempotencyRequest } from '../../../platform/database/index.js';
import { IdempotencyKey, IdParam, PageQuery } from '../../../platform/http/index.js';
import { ApplyMassChangeDto, MassChangeDto, MassChangePreviewDto } from './dto/mass-change.dto.js';
import { PriceBatchDto, PriceBatchPageDto } from './dto/price-batch.dto.js';
import {
  PriceChangePageDto,
  PriceChangesQueryDto,
  PriceRowDto,
  PriceTableDto,
  PriceTableQueryDto,
  PutPriceDto,
} from './dto/price.dto.js';
import { MassChangeService } from './mass-change.service.js';
import { PriceBatches } from './price-batches.service.js';
import { PricesService } from './prices.service.js';
import { WritePriceService } from './write-price.service.js';

/** The prices of one list. */
@ApiTags('prices')
@Controller('price-lists/:id')
export class ListPricesController {
  constructor(
    private readonly prices: PricesService,
    private readonly writing: WritePriceService,
    private readonly massChange: MassChangeService,
    private readonly batches: PriceBatches,
  ) {}

  /** The items that are offered, by name, each with its price in the list; the same page of two lists has the same items. */
  @Get('prices')
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: PriceTableDto })
  table(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PriceTableQueryDto,
  ): Promise<PriceTableDto> {
    return this.prices.table(actor, id, query);
  }

  /** Puts a price from now on or from a later moment; what was before stays in the history. */
  @Put('prices/:itemId')
  @RequirePermission('price:edit')
  @ApiOkResponse({ type: PriceRowDto })
  put(
    @CurrentActor() actor: Actor,
    @IdParam() listId: string,
    @IdParam('itemId') itemId: string,
    @Body() input: PutPriceDto,
  ): Promise<PriceRowDto> {
    return this.writing.put(actor, { listId, itemId }, input);
  }

  /** Items whose price at `to` is another than at `from`, by name. */
  @Get('changes')
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: PriceChangePageDto })
  changes(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PriceChangesQueryDto,
  ): Promise<PriceChangePageDto> {
    return this.prices.changes(actor, id, query);
  }

  /** What a change by percent would do; nothing is written. */
  @Post('mass-change/preview')
  @HttpCode(200)
  @RequirePermission('price:edit')
  @ApiOkResponse({ type: MassChangePreviewDto })
  preview(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: MassChangeDto,
  ): Promise<MassChangePreviewDto> {
    return this.massChange.preview(actor, id, input);
  }

  /** Writes what the preview with this digest showed, or nothing. */
  @Post('mass-change')
  @HttpCode(201)
  @RequirePermission('price:edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: PriceBatchDto })
  apply(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: ApplyMassChangeDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<PriceBatchDto> {
    return this.massChange.apply(actor, id, input, idempotency);
  }

  /** Mass changes and imports of the list, newest first. */
  @Get('batches')
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: PriceBatchPageDto })
  listBatches(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<PriceBatchPageDto> {
    return this.batches.list(actor, id, query);
  }
}
