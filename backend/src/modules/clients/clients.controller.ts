import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import type { IdempotencyRequest } from '../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../platform/http/index.js';
import { VersionQuery } from '../../platform/http/version-query.dto.js';
import { ClientsService } from './clients.service.js';
import { ClientDto, ClientLookupDto, ClientPageDto } from './dto/client.dto.js';
import { CreateClientDto, RestoreClientDto, UpdateClientDto } from './dto/client-input.dto.js';
import { ListClientsQueryDto, LookupClientQueryDto } from './dto/client-query.dto.js';
import { WriteClientService } from './write-client.service.js';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly writing: WriteClientService,
  ) {}

  /** Clients by name unless sorted otherwise; people who see only assigned orders see only their clients. */
  @Get()
  @RequirePermission('client:read')
  @ApiOkResponse({ type: ClientPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListClientsQueryDto): Promise<ClientPageDto> {
    return this.clients.list(actor, query);
  }

  /** Who has this phone, however it is typed. */
  @Get('lookup')
  @RequirePermission('client:read')
  @ApiOkResponse({ type: ClientLookupDto })
  lookup(@CurrentActor() actor: Actor, @Query() query: LookupClientQueryDto): Promise<ClientLookupDto> {
    return this.clients.lookup(actor, query.phone);
  }

  /** 410 CLIENT.MERGED with the id of the client that stands for it now. */
  @Get(':id')
  @RequirePermission('client:read')
  @ApiOkResponse({ type: ClientDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ClientDto> {
    return this.clients.get(actor, id);
  }

  @Post()
  @HttpCode(201)
  @RequirePermission('client:create')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ClientDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateClientDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<ClientDto> {
    return this.writing.create(actor, input, idempotency);
  }

  /** Changes the parts that are sent, on the version they were seen at. */
  @Patch(':id')
  @RequirePermission('client:update')
  @ApiOkResponse({ type: ClientDto })
  update(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: UpdateClientDto): Promise<ClientDto> {
    return this.writing.update(actor, id, input);
  }

  /** Into the trash; a client with orders stays. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('client:delete')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: VersionQuery): Promise<void> {
    return this.writing.remove(actor, id, query.version);
  }

  /** Out of the trash. */
  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('client:delete')
  @ApiOkResponse({ type: ClientDto })
  restore(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RestoreClientDto): Promise<ClientDto> {
    return this.writing.restore(actor, id, input.version);
  }
}
