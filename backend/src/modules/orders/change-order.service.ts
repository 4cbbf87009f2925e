import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import type { ChangeStageDto, UpdateOrderDto } from './dto/order-input.dto.js';
import type { OrderDto } from './dto/order.dto.js';
import { judgeMove, type StagePlace } from './pipelines/order-stages.js';
import { orderChanged, orderNotFound, personUnknown, stageNotAllowed, stageUnknown } from './orders.errors.js';
import { orderStageChanged, orderUpdated } from './orders.events.js';
import { OrdersRepository, type LockedOrder, type OrderPatch } from './orders.repository.js';
import { OrdersService } from './orders.service.js';
import { PipelinesRepository } from './pipelines/pipelines.repository.js';

/** Of changes decided here, and not taken from an external system. */
export const OWN_ORIGIN = 'smet';
const PATCHED = ['address', 'comment', 'measurerUserId', 'responsibleUserId'] as const;

/** Changes of one order, each on the version the person saw. */
@Injectable()
export class ChangeOrderService {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: OrdersRepository,
    private readonly pipelines: PipelinesRepository,
    private readonly reading: OrdersService,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async update(actor: Actor, id: string, input: UpdateOrderDto): Promise<OrderDto> {
    await this.transactions.run(actor, async (tx) => {
      const order = await this.lockCurrent(tx, id, input.version);
      const patch = changedFields(order, input);
      const fields = Object.keys(patch);
      if (fields.length === 0) return;
      await this.checkPeople(tx, patch);
      if (!(await this.orders.update(tx, id, input.version, patch))) throw orderChanged(order.version);
      await this.events.record(tx, orderUpdated(id, fields));
      await this.audit.write(tx, {
        action: 'order.updated',
        entityType: 'order',
        entityId: id,
        changes: Object.fromEntries(
          PATCHED.filter((field) => patch[field] !== undefined).map((field) => [
            field,
            { before: order[field], after: patch[field] },
          ]),
        ),
      });
    });
    return this.reading.get(actor, id);
  }

  async changeStage(actor: Actor, id: string, input: ChangeStageDto): Promise<OrderDto> {
    await this.transactions.run(actor, async (tx) => {
      const order = await this.lockCurrent(tx, id, input.version);
      const from = await this.pipelines.findStage(tx, order.stageId);
      const to = await this.pipelines.findStage(tx, input.stageId);
      if (!from || !to) throw stageUnknown();
      const move = judgeMove(from, to);
      if (move === 'same') return;
      if (move !== 'move') throw stageNotAllowed();
      await this.move(tx, order, to, OWN_ORIGIN);
    });
    return this.reading.get(actor, id);
  }

  /**
   * Writes a move that is allowed already, with its event and audit. `origin` says where it was decided.
   * @throws AppError 409 when the order changed meanwhile.
   */
  async move(tx: Transaction, order: LockedOrder, to: StagePlace, origin: string): Promise<void> {
    if (!(await this.orders.moveToStage(tx, order, to))) throw orderChanged(order.version);
    await this.events.record(tx, orderStageChanged(order.id, { fromStageId: order.stageId, toStageId: to.id, origin }));
    await this.audit.write(tx, {
      action: 'order.stage_changed',
      entityType: 'order',
      entityId: order.id,
      changes: { stageId: { before: order.stageId, after: to.id }, origin },
    });
  }

  private async lockCurrent(tx: Transaction, id: string, version: number): Promise<LockedOrder> {
    const order = await this.orders.lock(tx, id);
    if (!order) throw orderNotFound();
    if (order.version !== version) throw orderChanged(order.version);
    return order;
  }

  private async checkPeople(tx: Transaction, patch: OrderPatch): Promise<void> {
    const named = (['measurerUserId', 'responsibleUserId'] as const).flatMap((field) => {
      const userId = patch[field];
      return userId ? [{ field, userId }] : [];
    });
    const members = await this.orders.findMembers(
      tx,
      named.map(({ userId }) => userId),
    );
    const stranger = named.find(({ userId }) => !members.has(userId));
    if (stranger) throw personUnknown(stranger.field);
  }
}

/** A field sent with the value it has is no change: no version, no event. */
function changedFields(order: LockedOrder, input: UpdateOrderDto): OrderPatch {
  return Object.fromEntries(
    PATCHED.filter((field) => input[field] !== undefined && input[field] !== order[field]).map((field) => [
      field,
      input[field],
    ]),
  );
}
