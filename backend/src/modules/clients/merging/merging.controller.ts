import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { ClientDto } from '../dto/client.dto.js';
import { MergeClients } from './merge-clients.service.js';
import { MergeClientsDto, MergeListDto } from './merge.dto.js';
import { PartClients } from './part-clients.service.js';

@ApiTags('clients')
@Controller()
export class MergingController {
  constructor(
    private readonly merging: MergeClients,
    private readonly parting: PartClients,
  ) {}

  /** Makes the other client a part of this one, with everything that hangs on it. */
  @Post('clients/:id/merge')
  @HttpCode(200)
  @RequirePermission('client:merge')
  @ApiOkResponse({ type: ClientDto })
  merge(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: MergeClientsDto): Promise<ClientDto> {
    return this.merging.merge(actor, id, input);
  }

  /** What was merged into this client, the newest first. */
  @Get('clients/:id/merges')
  @RequirePermission('client:read')
  @ApiOkResponse({ type: MergeListDto })
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MergeListDto> {
    return { items: await this.merging.list(actor, id) };
  }

  /** Parts them again; answers the client that stands for itself again. What was added since stays with the other. */
  @Post('client-merges/:id/undo')
  @HttpCode(200)
  @RequirePermission('client:merge')
  @ApiOkResponse({ type: ClientDto })
  undo(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ClientDto> {
    return this.parting.undo(actor, id);
  }
}
