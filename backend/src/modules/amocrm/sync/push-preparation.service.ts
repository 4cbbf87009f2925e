import { Injectable } from '@nestjs/common';
import { clientToContact, contentHash, orderToLead } from '@smet/connectors/amocrm';
import { MINOR_PER_UNIT, roundMinorToUnit } from '@smet/money';
import { Clock } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { OrdersForSync, type OrderForSync } from '../../orders/index.js';
import type { Connection } from '../connection/connection.js';
import { MappingsRepository } from '../connection/mappings.repository.js';
import { Lanes } from '../lanes.js';
import { readContactAgreement, readLeadAgreement } from './agreement.js';
import { ConnectionAccess } from './connection-access.service.js';
import { externalStageOf } from './content.js';
import { LinksRepository, type Link } from './links.repository.js';
import { decideLead } from './push-decision.js';
import type { PushWork } from './push-work.js';

export interface PushTarget {
  readonly connectionId: string;
  readonly orderId: string;
}

/** The first transaction of a push: what is to be sent, with the intent written down before anything leaves. */
@Injectable()
export class PushPreparation {
  constructor(
    private readonly access: ConnectionAccess,
    private readonly links: LinksRepository,
    private readonly mappings: MappingsRepository,
    private readonly orders: OrdersForSync,
    private readonly lanes: Lanes,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Null when there is nothing to do now. */
  async prepare(tx: Transaction, { connectionId, orderId }: PushTarget): Promise<PushWork | null> {
    const link = await this.links.lock(tx, connectionId, orderId);
    if (!link || (link.state !== 'waiting' && link.state !== 'sending')) return null;
    const opened = await this.access.open(tx, connectionId);
    if (!opened) return null;
    const heldUntil = this.access.heldUntil(opened.connection);
    if (heldUntil) {
      await this.links.postpone(tx, link.id, { code: 'RATE_LIMITED', detail: null }, heldUntil);
      await this.lanes.push(tx, connectionId, orderId, heldUntil);
      return null;
    }
    const order = await this.orders.find(tx, orderId);
    if (!order || order.deleted) {
      await this.links.settle(tx, link.id);
      return null;
    }
    const contact = await this.contactOf(tx, connectionId, order);
    const lead = await this.leadOf(tx, opened.connection, { link, order });
    if (lead.same && !contact.changed) {
      await this.links.settle(tx, link.id);
      return null;
    }
    await this.links.begin(tx, link.id, this.clock.now());
    if (contact.externalId === null) await this.links.begin(tx, contact.linkId, this.clock.now());
    return { ...opened, order: { id: order.id, number: order.number }, lead, contact };
  }

  private async contactOf(tx: Transaction, connectionId: string, order: OrderForSync): Promise<PushWork['contact']> {
    const { id, name, phones, emails } = order.client;
    const person = { id, name, phones, emails };
    const wanted = clientToContact(person);
    const hash = contentHash(wanted);
    const link = await this.links.ensureOfClient(tx, connectionId, id);
    return {
      linkId: link.id,
      person,
      wanted,
      hash,
      agreement: readContactAgreement(link.syncedContent),
      externalId: link.externalId,
      changed: link.externalId === null || link.contentHash !== hash,
      askSince: link.externalId === null ? link.intentAt : null,
    };
  }

  private async leadOf(
    tx: Transaction,
    connection: Connection,
    { link, order }: { readonly link: Link; readonly order: OrderForSync },
  ): Promise<PushWork['lead'] & { readonly same: boolean }> {
    const pairs = await this.mappings.list(tx, connection.id);
    const wanted = orderToLead({
      id: order.id,
      number: order.number,
      clientName: order.client.name,
      address: order.address,
      priceRoubles: roundMinorToUnit(order.totalMinor) / MINOR_PER_UNIT,
      url: `${this.config.publicUrl}/orders/${order.id}`,
      stage: externalStageOf(pairs, order.stageId),
    });
    const hash = contentHash(wanted);
    const agreement = readLeadAgreement(link.syncedContent);
    const { externalId, intentAt, attempts, problemCode } = link;
    return {
      linkId: link.id,
      wanted,
      hash,
      agreement,
      step: decideLead({ externalId, intentAt, agreement }, wanted),
      externalId,
      attempts,
      problemCode,
      same: externalId !== null && link.contentHash === hash,
    };
  }
}
