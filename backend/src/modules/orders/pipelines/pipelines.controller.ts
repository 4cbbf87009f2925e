import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { PipelineListDto } from '../dto/pipeline.dto.js';
import { OrdersService } from '../orders.service.js';

@ApiTags('orders')
@Controller('pipelines')
export class PipelinesController {
  constructor(private readonly orders: OrdersService) {}

  /** Pipelines of the organization with their stages, in order. */
  @Get()
  @RequirePermission('order:read', 'order:read-assigned')
  @ApiOkResponse({ type: PipelineListDto })
  list(@CurrentActor() actor: Actor): Promise<PipelineListDto> {
    return this.orders.listPipelines(actor);
  }
}
