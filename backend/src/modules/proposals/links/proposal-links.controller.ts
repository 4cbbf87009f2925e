import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { CreatedLinkDto, CreateLinkDto, ProposalLinksDto } from '../dto/proposal-link.dto.js';
import { ProposalLinks } from './proposal-links.service.js';

@ApiTags('proposals')
@Controller()
export class ProposalLinksController {
  constructor(private readonly links: ProposalLinks) {}

  /** Makes a link for a client to an issued version; its address is told this once. */
  @Post('estimates/:id/links')
  @HttpCode(201)
  @RequirePermission('estimate:edit')
  @ApiCreatedResponse({ type: CreatedLinkDto })
  create(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: CreateLinkDto): Promise<CreatedLinkDto> {
    return this.links.create(actor, id, input);
  }

  /** Links to the versions of an estimate: who looked, what was asked, what was accepted. */
  @Get('estimates/:id/links')
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: ProposalLinksDto })
  list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ProposalLinksDto> {
    return this.links.list(actor, id);
  }

  /** Sends the letter with a link again that has not left. 409 when it has. */
  @Post('links/:id/letter')
  @HttpCode(204)
  @RequirePermission('estimate:edit')
  @ApiNoContentResponse()
  sendAgain(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.links.sendAgain(actor, id);
  }

  /** Revokes a link. */
  @Delete('links/:id')
  @HttpCode(204)
  @RequirePermission('estimate:edit')
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.links.revoke(actor, id);
  }
}
