import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Events } from '../../platform/events/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { clientCreated, clientRestored } from './clients.events.js';
import { phoneUnreadable } from './clients.errors.js';
import { ClientRowsRepository } from './client-rows.repository.js';
import { ClientsRepository } from './clients.repository.js';
import { normalizePhone } from './phone-numbers.js';

/** A phone may change hands between the claim and the look-up; this often in a row means a defect, not bad luck. */
const ATTEMPTS = 5;

/** What other modules need of clients: finding one by phone or making one inside their own transaction. */
@Injectable()
export class ClientDirectory {
  constructor(
    private readonly reading: ClientsRepository,
    private readonly rows: ClientRowsRepository,
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

  /**
   * True when the client is there, not deleted and the actor may see it. It stays so until the end of the transaction: what is
   * about to refer to it cannot be overtaken by a merge or the trash.
   */
  async exists(tx: Transaction, clientId: string): Promise<boolean> {
    return (await this.reading.existsVisible(tx, clientId)) && this.rows.hold(tx, clientId);
  }

  /**
   * The id of the client with this phone (E.164), held as by `exists`: of several the one who holds the number and does not
   * only share it, back from the trash if everybody was there, or a new person of this name. Any number of parallel calls
   * with one phone give one client.
   */
  async findOrCreate(tx: Transaction, phone: string, name: string): Promise<string> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const known = await this.rows.findIdByPhone(tx, phone);
      if (known) {
        if (known.deleted ? await this.restore(tx, known.id) : await this.rows.hold(tx, known.id)) return known.id;
        continue;
      }
      const made = await this.rows.claimPhone(tx, phone, name);
      if (made !== null) {
        await this.recordCreation(tx, made);
        return made;
      }
    }
    throw new Error('a client phone is neither free nor taken');
  }

  private async restore(tx: Transaction, clientId: string): Promise<boolean> {
    if (!(await this.rows.restore(tx, clientId))) return false;
    await this.events.record(tx, clientRestored(clientId));
    await this.audit.write(tx, { action: 'client.restored', entityType: 'client', entityId: clientId });
    return true;
  }

  /** Event and audit of a client just made in this transaction. */
  async recordCreation(tx: Transaction, clientId: string): Promise<void> {
    await this.events.record(tx, clientCreated(clientId));
    await this.audit.write(tx, { action: 'client.created', entityType: 'client', entityId: clientId });
  }
}
