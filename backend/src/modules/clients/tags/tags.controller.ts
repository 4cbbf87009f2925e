import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { ClientsService } from '../clients.service.js';
import { TagDto } from '../dto/client.dto.js';
import { ClientSourceListDto, CreateTagDto, TagListDto } from './tag.dto.js';
import { Tags } from './tags.service.js';

/** The words an organization sorts its clients by. */
@ApiTags('clients')
@Controller()
export class TagsController {
  constructor(
    private readonly tags: Tags,
    private readonly clients: ClientsService,
  ) {}

  @Get('tags')
  @RequirePermission('client:read')
  @ApiOkResponse({ type: TagListDto })
  async list(@CurrentActor() actor: Actor): Promise<TagListDto> {
    return { items: await this.tags.list(actor) };
  }

  /** The tag of this name, letter case aside; made when there is none. */
  @Post('tags')
  @HttpCode(201)
  @RequirePermission('client:update')
  @ApiCreatedResponse({ type: TagDto })
  create(@CurrentActor() actor: Actor, @Body() input: CreateTagDto): Promise<TagDto> {
    return this.tags.ensure(actor, input.name);
  }

  @Get('client-sources')
  @RequirePermission('client:read')
  @ApiOkResponse({ type: ClientSourceListDto })
  async listSources(@CurrentActor() actor: Actor): Promise<ClientSourceListDto> {
    return { items: await this.clients.listSources(actor) };
  }
}
