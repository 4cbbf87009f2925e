import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { HistoryPageDto, HistoryQueryDto } from './history.dto.js';
import { ClientHistory } from './history.service.js';

@ApiTags('clients')
@Controller('clients/:id/history')
export class HistoryController {
  constructor(private readonly history: ClientHistory) {}

  /** Everything that ever happened to the client and to what hangs on them, the newest first. */
  @Get()
  @RequirePermission('client:read')
  @ApiOkResponse({ type: HistoryPageDto })
  list(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: HistoryQueryDto): Promise<HistoryPageDto> {
    return this.history.list(actor, id, query);
  }
}
