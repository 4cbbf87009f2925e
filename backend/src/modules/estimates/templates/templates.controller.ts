import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import type { IdempotencyRequest } from '../../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../../platform/http/index.js';
import { CreateTemplateDto, TemplateDto, TemplateListDto } from '../dto/template.dto.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('estimates')
@Controller('estimate-templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: TemplateListDto })
  list(@CurrentActor() actor: Actor): Promise<TemplateListDto> {
    return this.templates.list(actor);
  }

  @Get(':id')
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: TemplateDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TemplateDto> {
    return this.templates.get(actor, id);
  }

  @Post()
  @HttpCode(201)
  @RequirePermission('estimate:edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TemplateDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateTemplateDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<TemplateDto> {
    return this.templates.create(actor, input, idempotency);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('estimate:edit')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.templates.remove(actor, id);
  }
}
