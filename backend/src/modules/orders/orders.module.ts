import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/index.js';
import { OrderAdvance } from './advance-order.service.js';
import { ChangeOrderService } from './change-order.service.js';
import { CreateOrderService } from './create-order.service.js';
import { OrderListRepository } from './order-list.repository.js';
import { OrderSyncSources } from './exchange/order-sync.js';
import { OrderTotals } from './order-totals.service.js';
import { OrdersController } from './orders.controller.js';
import { OrdersForSyncRepository } from './exchange/orders-for-sync.repository.js';
import { OrdersForSync } from './exchange/orders-for-sync.service.js';
import { OrdersRepository } from './orders.repository.js';
import { OrdersService } from './orders.service.js';
import { PipelinesController } from './pipelines/pipelines.controller.js';
import { PipelinesRepository } from './pipelines/pipelines.repository.js';

@Module({
  imports: [ClientsModule],
  controllers: [OrdersController, PipelinesController],
  providers: [
    ChangeOrderService,
    CreateOrderService,
    OrderAdvance,
    OrderListRepository,
    OrderSyncSources,
    OrderTotals,
    OrdersForSync,
    OrdersForSyncRepository,
    OrdersRepository,
    OrdersService,
    PipelinesRepository,
  ],
  exports: [OrderAdvance, OrderSyncSources, OrderTotals, OrdersForSync],
})
export class OrdersModule {}
