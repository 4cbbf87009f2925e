import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import type { IdempotencyRequest } from '../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../platform/http/index.js';
import { CreateEstimateDto, SaveEstimateDto } from './dto/estimate-input.dto.js';
import { EstimateDto } from './dto/estimate.dto.js';
import { EstimateViews } from './estimate-views.service.js';
import { EstimatesService } from './estimates.service.js';
import { VersionNumberParam } from './version-number.js';
import { SaveEstimateService } from './save-estimate.service.js';

@ApiTags('estimates')
@Controller()
export class EstimatesController {
  constructor(
    private readonly estimates: EstimatesService,
    private readonly views: EstimateViews,
    private readonly saving: SaveEstimateService,
  ) {}

  /** Begins an empty estimate in an order. */
  @Post('orders/:id/estimates')
  @HttpCode(201)
  @RequirePermission('estimate:edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: EstimateDto })
  create(
    @CurrentActor() actor: Actor,
    @IdParam() orderId: string,
    @Body() input: CreateEstimateDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<EstimateDto> {
    return this.estimates.create(actor, orderId, input.title, idempotency);
  }

  /** The newest version. */
  @Get('estimates/:id')
  @RequirePermission('estimate:read')
  @ApiOkResponse({ type: EstimateDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EstimateDto> {
    return this.views.show(actor, id);
  }

  /** Any version, to be read. */
  @Get('estimates/:id/versions/:number')
  @RequirePermission('estimate:read')
  @ApiOkResponse({ type: EstimateDto })
  getVersion(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @VersionNumberParam() number: number,
  ): Promise<EstimateDto> {
    return this.views.show(actor, id, number);
  }

  /** Saves the whole draft on the version it was made on; answers with what the server computed from it. */
  @Put('estimates/:id')
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: EstimateDto })
  save(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SaveEstimateDto): Promise<EstimateDto> {
    return this.saving.save(actor, id, input);
  }
}
