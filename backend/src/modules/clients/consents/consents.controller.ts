import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import type { IdempotencyRequest } from '../../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../../platform/http/index.js';
import { ClientDto } from '../dto/client.dto.js';
import { GrantConsentDto, WithdrawConsentDto } from './consent-input.dto.js';
import { Consents } from './consents.service.js';

@ApiTags('clients')
@Controller()
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  @Post('clients/:id/consents')
  @HttpCode(201)
  @RequirePermission('client:update')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ClientDto })
  grant(
    @CurrentActor() actor: Actor,
    @IdParam() clientId: string,
    @Body() input: GrantConsentDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<ClientDto> {
    return this.consents.grant(actor, clientId, input, idempotency);
  }

  /** It stays with its proof, and with the moment it ended. */
  @Post('consents/:id/withdraw')
  @HttpCode(200)
  @RequirePermission('client:update')
  @ApiOkResponse({ type: ClientDto })
  withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: WithdrawConsentDto): Promise<ClientDto> {
    return this.consents.withdraw(actor, id, input.withdrawnAt);
  }
}
