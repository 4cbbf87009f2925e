import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import type { IdempotencyRequest } from '../../platform/database/index.js';
import { IdempotencyKey, IdParam } from '../../platform/http/index.js';
import { ChangeOrderService } from './change-order.service.js';
import { CreateOrderService } from './create-order.service.js';
import { ListOrdersQueryDto } from './dto/list-orders.query.dto.js';
import { ChangeStageDto, CreateOrderDto, UpdateOrderDto } from './dto/order-input.dto.js';
import { OrderDto, OrderPageDto } from './dto/order.dto.js';
import { OrdersService } from './orders.service.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly creation: CreateOrderService,
    private readonly changes: ChangeOrderService,
  ) {}

  /** Orders the actor may see, newest first unless sorted otherwise. */
  @Get()
  @RequirePermission('order:read', 'order:read-assigned')
  @ApiOkResponse({ type: OrderPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListOrdersQueryDto): Promise<OrderPageDto> {
    return this.orders.list(actor, query);
  }

  /** Creates an order; its client is found by the phone or made. */
  @Post()
  @HttpCode(201)
  @RequirePermission('order:create')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: OrderDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateOrderDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
  ): Promise<OrderDto> {
    return this.creation.create(actor, input, idempotency);
  }

  @Get(':id')
  @RequirePermission('order:read', 'order:read-assigned')
  @ApiOkResponse({ type: OrderDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OrderDto> {
    return this.orders.get(actor, id);
  }

  /** Changes the fields that are sent, on the version they were seen at. */
  @Patch(':id')
  @RequirePermission('order:update')
  @ApiOkResponse({ type: OrderDto })
  update(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: UpdateOrderDto): Promise<OrderDto> {
    return this.changes.update(actor, id, input);
  }

  /** Moves the order to another stage of its pipeline. */
  @Post(':id/stage')
  @HttpCode(200)
  @RequirePermission('order:change-stage')
  @ApiOkResponse({ type: OrderDto })
  changeStage(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ChangeStageDto): Promise<OrderDto> {
    return this.changes.changeStage(actor, id, input);
  }
}
