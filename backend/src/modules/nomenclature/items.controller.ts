import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { ItemPageDto } from './dto/item.dto.js';
import { ListItemsQueryDto } from './dto/list-items.query.dto.js';
import { ItemsService } from './items.service.js';

@ApiTags('nomenclature')
@Controller('items')
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  /** Items for the line picker, by name, priced by the default sale list now or, with `estimateId`, as that estimate bills. */
  @Get()
  @RequirePermission('nomenclature:read')
  @ApiOkResponse({ type: ItemPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListItemsQueryDto): Promise<ItemPageDto> {
    return this.items.list(actor, query);
  }
}
