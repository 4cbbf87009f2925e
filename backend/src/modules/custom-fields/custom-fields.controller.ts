import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import type { IdempotencyRequest } from '../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../platform/http/index.js';
import { VersionQuery } from '../../platform/http/version-query.dto.js';
import { CustomFields } from './custom-fields.service.js';
import {
  CreateCustomFieldDto,
  CustomFieldDto,
  CustomFieldListDto,
  ListCustomFieldsQueryDto,
  UpdateCustomFieldDto,
} from './dto/custom-field.dto.js';

@ApiTags('custom fields')
@Controller('custom-fields')
export class CustomFieldsController {
  constructor(private readonly fields: CustomFields) {}

  /** The fields of clients or of items, in the order they are shown; a few dozen at most. */
  @Get()
  @RequirePermission('client:read', 'nomenclature:read', 'organization:manage')
  @ApiOkResponse({ type: CustomFieldListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: ListCustomFieldsQueryDto): Promise<CustomFieldListDto> {
    return { items: await this.fields.list(actor, query.subject, query.archived) };
  }

  @Post()
  @HttpCode(201)
  @RequirePermission('organization:manage')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: CustomFieldDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateCustomFieldDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<CustomFieldDto> {
    return this.fields.create(actor, input, idempotency);
  }

  /** Changes what is sent; key and type stay. */
  @Patch(':id')
  @RequirePermission('organization:manage')
  @ApiOkResponse({ type: CustomFieldDto })
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: UpdateCustomFieldDto,
  ): Promise<CustomFieldDto> {
    return this.fields.update(actor, id, input);
  }

  /** Offers it no more; what was filled in stays, and `PATCH {archived: false}` brings it back. */
  @Delete(':id')
  @RequirePermission('organization:manage')
  @ApiOkResponse({ type: CustomFieldDto })
  archive(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: VersionQuery): Promise<CustomFieldDto> {
    return this.fields.update(actor, id, { version: query.version, archived: true });
  }
}
