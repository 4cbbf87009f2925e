export { OrdersModule } from './orders.module.js';
export { OrderAdvance } from './advance-order.service.js';
export { OrderTotals } from './order-totals.service.js';
export { OrdersForSync } from './exchange/orders-for-sync.service.js';
export type { OrderForSync } from './exchange/orders-for-sync.repository.js';
export { OrderSyncSources, type OrderSyncSource } from './exchange/order-sync.js';
export type { OrderDto, OrderSyncDto } from './dto/order.dto.js';
