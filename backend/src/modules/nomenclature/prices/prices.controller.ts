import { Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam, PageQuery } from '../../../platform/http/index.js';
import { UndonePriceBatchDto } from './dto/price-batch.dto.js';
import { PriceHistoryDto } from './dto/price.dto.js';
import { PriceBatches } from './price-batches.service.js';
import { PricesService } from './prices.service.js';
import { WritePriceService } from './write-price.service.js';

@ApiTags('prices')
@Controller()
export class PricesController {
  constructor(
    private readonly prices: PricesService,
    private readonly writing: WritePriceService,
    private readonly batches: PriceBatches,
  ) {}

  /** Every price the item had, has and will have, in the lists the person may read; newest first. */
  @Get('items/:id/prices')
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: PriceHistoryDto })
  history(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: PageQuery): Promise<PriceHistoryDto> {
    return this.prices.history(actor, id, query);
  }

  /** Takes back a price that was a mistake or a plan: the one before it holds again. */
  @Delete('prices/:id')
  @HttpCode(204)
  @RequirePermission('price:edit')
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.writing.withdraw(actor, id);
  }

  /** Takes back a mass change: every price is what it would be without it. */
  @Post('price-batches/:id/undo')
  @HttpCode(200)
  @RequirePermission('price:edit')
  @ApiOkResponse({ type: UndonePriceBatchDto })
  undo(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<UndonePriceBatchDto> {
    return this.batches.undo(actor, id);
  }
}
