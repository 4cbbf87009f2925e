import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ConnectionService } from './connection/connection.service.js';
import { SaveAmocrmDto, TestAmocrmDto } from './dto/amocrm-input.dto.js';
import { AmocrmIntegrationDto, AmocrmTestDto } from './dto/amocrm-integration.dto.js';
import { IntegrationView } from './integration-view.service.js';
import { Outbox } from './sync/outbox.service.js';

@ApiTags('integrations')
@Controller('integrations/amocrm')
export class AmocrmController {
  constructor(
    private readonly view: IntegrationView,
    private readonly connection: ConnectionService,
    private readonly outbox: Outbox,
  ) {}

  /** The connection, the stage mapping, what waits and why, and what was sent and taken. */
  @Get()
  @RequirePermission('integration:read')
  @ApiOkResponse({ type: AmocrmIntegrationDto })
  get(@CurrentActor() actor: Actor): Promise<AmocrmIntegrationDto> {
    return this.view.get(actor);
  }

  /** Tries an address and a token without saving anything. */
  @Post('test')
  @HttpCode(200)
  @RequirePermission('integration:manage')
  @ApiOkResponse({ type: AmocrmTestDto })
  test(@CurrentActor() actor: Actor, @Body() body: TestAmocrmDto): Promise<AmocrmTestDto> {
    return this.connection.test(actor, body);
  }

  /** Saves the address and the token after they have been tried; what waits goes on. */
  @Put()
  @RequirePermission('integration:manage')
  @ApiOkResponse({ type: AmocrmIntegrationDto })
  async save(@CurrentActor() actor: Actor, @Body() body: SaveAmocrmDto): Promise<AmocrmIntegrationDto> {
    await this.connection.save(actor, body);
    return this.view.get(actor);
  }

  /** Stops the exchange; changes of orders wait. */
  @Post('pause')
  @HttpCode(200)
  @RequirePermission('integration:manage')
  @ApiOkResponse({ type: AmocrmIntegrationDto })
  async pause(@CurrentActor() actor: Actor): Promise<AmocrmIntegrationDto> {
    await this.connection.pause(actor);
    return this.view.get(actor);
  }

  /** Goes on with everything that waits. */
  @Post('resume')
  @HttpCode(200)
  @RequirePermission('integration:manage')
  @ApiOkResponse({ type: AmocrmIntegrationDto })
  async resume(@CurrentActor() actor: Actor): Promise<AmocrmIntegrationDto> {
    await this.connection.resume(actor);
    return this.view.get(actor);
  }

  /** Tries one order again now, also one that amoCRM has refused. */
  @Post('orders/:orderId/retry')
  @HttpCode(200)
  @RequirePermission('integration:manage')
  @ApiOkResponse({ type: AmocrmIntegrationDto })
  async retry(@CurrentActor() actor: Actor, @IdParam('orderId') orderId: string): Promise<AmocrmIntegrationDto> {
    await this.outbox.retry(actor, orderId);
    return this.view.get(actor);
  }
}
