import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Events } from '../../platform/events/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { clientCreated, clientRestored } from './clients.events.js';
import { phoneUnreadable } from './clients.errors.js';
import { ClientsRepository } from './clients.repository.js';
import { normalizePhone } from './phone-numbers.js';

/** A phone may change hands between the claim and the look-up; twice in a row means a defect, not bad luck. */
const ATTEMPTS = 3;

/** What other modules need of clients: finding one by phone or making one inside their own transaction. */
@Injectable()
export class ClientDirectory {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly organizations: OrganizationsService,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * E.164 of a phone as typed, by the country of the actor's organization.
   * @throws AppError 422 PHONE_UNREADABLE at `path`.
   */
  async readPhone(actor: Actor, typed: string, path: string): Promise<string> {
    const { country } = await this.organizations.getOwn(actor);
    const number = normalizePhone(typed, country);
    if (number === null) throw phoneUnreadable(path);
    return number;
  }

  /** True when the client exists, is not deleted and the actor may see it. */
  exists(tx: Transaction, clientId: string): Promise<boolean> {
    return this.repository.existsVisible(tx, clientId);
  }

  /**
   * The id of the one client with this phone (E.164): the known one, back from the trash if it was there, or a new
   * person of this name. Any number of parallel calls with one phone give one client.
   */
  async findOrCreate(tx: Transaction, phone: string, name: string): Promise<string> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const known = await this.repository.findIdByPhone(tx, phone);
      if (known?.deleted) await this.restore(tx, known.id);
      if (known) return known.id;
      const made = await this.repository.claimPhone(tx, phone, name);
      if (made !== null) {
        await this.recordCreation(tx, made);
        return made;
      }
    }
    throw new Error('a client phone is neither free nor taken');
  }

  private async restore(tx: Transaction, clientId: string): Promise<void> {
    if (!(await this.repository.restore(tx, clientId))) return;
    await this.events.record(tx, clientRestored(clientId));
    await this.audit.write(tx, { action: 'client.restored', entityType: 'client', entityId: clientId });
  }

  /** Event and audit of a client just made in this transaction. */
  async recordCreation(tx: Transaction, clientId: string): Promise<void> {
    await this.events.record(tx, clientCreated(clientId));
    await this.audit.write(tx, { action: 'client.created', entityType: 'client', entityId: clientId });
  }
}
