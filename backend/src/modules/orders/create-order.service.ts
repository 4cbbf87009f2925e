import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { ClientDirectory } from '../clients/index.js';
import type { CreateOrderDto, OrderClientInputDto } from './dto/order-input.dto.js';
import type { OrderDto } from './dto/order.dto.js';
import { clientUnknown, orderNotFound, personUnknown, pipelineMissing } from './orders.errors.js';
import { orderCreated } from './orders.events.js';
import { OrdersRepository } from './orders.repository.js';
import { toOrder } from './orders.service.js';
import { PipelinesRepository } from './pipelines/pipelines.repository.js';

type ClientChoice = { readonly id: string } | { readonly phone: string; readonly name: string };

@Injectable()
export class CreateOrderService {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: OrdersRepository,
    private readonly pipelines: PipelinesRepository,
    private readonly clients: ClientDirectory,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** The client is found or made in the order's own transaction: there is no order without one, nor a leftover one. */
  async create(actor: Actor, input: CreateOrderDto, idempotency: IdempotencyRequest | null): Promise<OrderDto> {
    const client = await this.chooseClient(actor, input.client);
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      const clientId = await this.resolveClient(tx, client);
      const orderId = await this.insert(tx, clientId, input);
      const row = await this.orders.find(tx, orderId);
      if (!row) throw orderNotFound();
      return toOrder(row, actor, null);
    });
  }

  private async chooseClient(actor: Actor, input: OrderClientInputDto): Promise<ClientChoice> {
    if (input.id !== undefined) return { id: input.id };
    return {
      phone: await this.clients.readPhone(actor, input.phone ?? '', 'client.phone'),
      name: input.name ?? '',
    };
  }

  private async resolveClient(tx: Transaction, client: ClientChoice): Promise<string> {
    if ('phone' in client) return this.clients.findOrCreate(tx, client.phone, client.name);
    if (!(await this.clients.exists(tx, client.id))) throw clientUnknown();
    return client.id;
  }

  private async insert(tx: Transaction, clientId: string, input: CreateOrderDto): Promise<string> {
    const measurerUserId = input.measurerUserId ?? null;
    if (measurerUserId !== null && !(await this.orders.findMembers(tx, [measurerUserId])).has(measurerUserId)) {
      throw personUnknown('measurerUserId');
    }
    const stage = await this.pipelines.findFirstStage(tx);
    if (!stage) throw pipelineMissing();
    const { id, number } = await this.orders.insert(tx, {
      clientId,
      address: input.address,
      comment: input.comment ?? null,
      measurerUserId,
      pipelineId: stage.pipelineId,
      stageId: stage.id,
    });
    await this.events.record(tx, orderCreated(id, { number, clientId }));
    await this.audit.write(tx, {
      action: 'order.created',
      entityType: 'order',
      entityId: id,
      changes: { number, clientId, address: input.address, measurerUserId },
    });
    return id;
  }
}
