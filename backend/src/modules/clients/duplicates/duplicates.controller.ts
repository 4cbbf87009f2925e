import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { DuplicatesQueryDto } from '../dto/client-query.dto.js';
import { DuplicateListDto } from './duplicates.dto.js';
import { Duplicates } from './duplicates.service.js';

@ApiTags('clients')
@Controller('clients/duplicates')
export class DuplicatesController {
  constructor(private readonly duplicates: Duplicates) {}

  /** Who may be the client that is being typed; quick enough to ask while typing. */
  @Get()
  @RequirePermission('client:read')
  @ApiOkResponse({ type: DuplicateListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: DuplicatesQueryDto): Promise<DuplicateListDto> {
    return { items: await this.duplicates.list(actor, query) };
  }
}
