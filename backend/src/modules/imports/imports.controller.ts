import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import type { IdempotencyRequest } from '../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../platform/http/index.js';
import {
  CreateImportDto,
  ImportStepDto,
  ListImportsQueryDto,
  ListRowsQueryDto,
  MapImportDto,
} from './dto/import-input.dto.js';
import { ImportDto, ImportPageDto, ImportRowPageDto } from './dto/import.dto.js';
import { ImportsService } from './imports.service.js';

const OK = 200;

/** Tables people bring, from the file to what it changed and back. A kind is visible to those who may change its things. */
@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** Begins with a file; it is read in the background. */
  @Post()
  @RequirePermission('import:run')
  @ApiCreatedResponse({ type: ImportDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateImportDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<ImportDto> {
    return this.imports.create(actor, body, idempotency);
  }

  /** The newest first. */
  @Get()
  @RequirePermission('import:read')
  @ApiOkResponse({ type: ImportPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListImportsQueryDto): Promise<ImportPageDto> {
    return this.imports.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('import:read')
  @ApiOkResponse({ type: ImportDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ImportDto> {
    return this.imports.get(actor, id);
  }

  /** What each row will do, or did, in the order of the file. */
  @Get(':id/rows')
  @RequirePermission('import:read')
  @ApiOkResponse({ type: ImportRowPageDto })
  rows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: ListRowsQueryDto,
  ): Promise<ImportRowPageDto> {
    return this.imports.listRows(actor, id, query);
  }

  /** Says which column is what. Every row is judged anew, in the background; nothing is written yet. */
  @Put(':id/mapping')
  @RequirePermission('import:run')
  @ApiOkResponse({ type: ImportDto })
  map(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: MapImportDto): Promise<ImportDto> {
    return this.imports.map(actor, id, body);
  }

  /** Writes the new and the changed rows, or goes on with it where it was stopped. */
  @Post(':id/apply')
  @HttpCode(OK)
  @RequirePermission('import:run')
  @ApiOkResponse({ type: ImportDto })
  apply(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ImportStepDto): Promise<ImportDto> {
    return this.imports.apply(actor, id, body.version);
  }

  /** Takes back what it wrote; what somebody changed since stays and is told. */
  @Post(':id/undo')
  @HttpCode(OK)
  @RequirePermission('import:run')
  @ApiOkResponse({ type: ImportDto })
  undo(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ImportStepDto): Promise<ImportDto> {
    return this.imports.undo(actor, id, body.version);
  }

  /** Ends the stage under way; what is done stays done and can be gone on with or undone. */
  @Post(':id/stop')
  @HttpCode(OK)
  @RequirePermission('import:run')
  @ApiOkResponse({ type: ImportDto })
  stop(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ImportDto> {
    return this.imports.stop(actor, id);
  }
}
