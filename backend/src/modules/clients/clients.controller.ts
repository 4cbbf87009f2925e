import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import type { IdempotencyRequest } from '../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../platform/http/index.js';
import { ClientsService } from './clients.service.js';
import { ClientDto, ClientLookupDto, ClientPageDto } from './dto/client.dto.js';
import { CreateClientDto, ListClientsQueryDto, LookupClientQueryDto } from './dto/client-input.dto.js';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  /** Clients by name; people who see only assigned orders see only their clients. */
  @Get()
  @RequirePermission('client:read')
  @ApiOkResponse({ type: ClientPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListClientsQueryDto): Promise<ClientPageDto> {
    return this.clients.list(actor, query);
  }

  /** The client with this phone, however it is typed. */
  @Get('lookup')
  @RequirePermission('client:read')
  @ApiOkResponse({ type: ClientLookupDto })
  lookup(@CurrentActor() actor: Actor, @Query() query: LookupClientQueryDto): Promise<ClientLookupDto> {
    return this.clients.lookup(actor, query.phone);
  }

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
    return this.clients.create(actor, input, idempotency);
  }
}
