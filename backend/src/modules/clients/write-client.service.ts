import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { CustomFields } from '../custom-fields/index.js';
import { ClientDirectory } from './client-directory.service.js';
import { ClientPartsRepository, type WantedPhone } from './client-parts.repository.js';
import { changedParts } from './client-parts.js';
import { ClientRowsRepository, type ClientColumns, type LockedClient } from './client-rows.repository.js';
import {
  clientChanged,
  clientHasOrders,
  clientNotFound,
  clientUnreachable,
  contactsRefused,
  phoneRepeated,
  phoneTaken,
  responsibleUnknown,
} from './clients.errors.js';
import { clientDeleted, clientRestored, clientUpdated } from './clients.events.js';
import { ClientsService } from './clients.service.js';
import type { ClientDto } from './dto/client.dto.js';
import type { CreateClientDto, UpdateClientDto } from './dto/client-input.dto.js';

type Parts = Omit<CreateClientDto, 'name'> & { readonly name?: string | undefined };

/** Makes, changes, throws away and brings back clients, each in one transaction on the version the person saw. */
@Injectable()
export class WriteClientService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: ClientRowsRepository,
    private readonly parts: ClientPartsRepository,
    private readonly reading: ClientsService,
    private readonly directory: ClientDirectory,
    private readonly customFields: CustomFields,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError 409 CLIENT.PHONE_TAKEN, 422 */
  async create(actor: Actor, input: CreateClientDto, idempotency: IdempotencyRequest | null): Promise<ClientDto> {
    const isPerson = (input.kind ?? 'person') === 'person';
    if (isPerson && !input.phones?.length && !input.emails?.length) throw clientUnreachable();
    const phones = await this.readPhones(actor, input);
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      const fields = await this.customFields.check(tx, 'client', input.fields ?? {});
      await this.checkResponsible(tx, input);
      const id = await this.rows.insert(tx, { ...columnsOf(input), name: input.name, fields });
      await this.writeParts(tx, { id, kind: input.kind ?? 'person' }, input, phones);
      await this.directory.recordCreation(tx, id);
      return this.reading.get(tx, id);
    });
  }

  /** @throws AppError 404, 409 CLIENT.CHANGED, CLIENT.PHONE_TAKEN, 410 CLIENT.MERGED, 422 */
  async update(actor: Actor, id: string, input: UpdateClientDto): Promise<ClientDto> {
    const phones = await this.readPhones(actor, input);
    return this.transactions.run(actor, async (tx) => {
      const client = await this.lockCurrent(tx, id, input.version);
      const before = await this.reading.getAlive(tx, id);
      const fields = input.fields && (await this.customFields.check(tx, 'client', input.fields));
      await this.checkResponsible(tx, input);
      const kind = input.kind ?? client.kind;
      if (kind !== client.kind) checkKind(before, kind, input);
      if (!(await this.rows.update(tx, client, { ...columnsOf(input), fields }))) throw clientChanged(client.version);
      await this.writeParts(tx, { id, kind }, input, phones);
      const after = await this.reading.get(tx, id);
      const isPerson = after.kind === 'person';
      if (isPerson && after.phones.length + after.emails.length === 0) throw clientUnreachable();
      const changes = changedParts(before, after);
      if (Object.keys(changes).length === 0) return after;
      await this.events.record(tx, clientUpdated(id, Object.keys(changes)));
      await this.audit.write(tx, { action: 'client.updated', entityType: 'client', entityId: id, changes });
      return after;
    });
  }

  /**
   * Into the trash. Their numbers stay theirs, so that nobody makes them a second time unawares.
   * @throws AppError 404, 409 CLIENT.CHANGED, CLIENT.HAS_ORDERS
   */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const client = await this.lockCurrent(tx, id, version);
      if (client.deleted) throw clientNotFound();
      const orders = await this.rows.countOrders(tx, id);
      if (orders > 0) throw clientHasOrders(orders);
      if (!(await this.rows.setDeleted(tx, client, true))) throw clientChanged(client.version);
      await this.events.record(tx, clientDeleted(id));
      await this.audit.write(tx, { action: 'client.deleted', entityType: 'client', entityId: id });
    });
  }

  /** Out of the trash. @throws AppError 404, 409 CLIENT.CHANGED */
  restore(actor: Actor, id: string, version: number): Promise<ClientDto> {
    return this.transactions.run(actor, async (tx) => {
      const client = await this.lockCurrent(tx, id, version);
      if (!client.deleted) throw clientNotFound();
      if (!(await this.rows.setDeleted(tx, client, false))) throw clientChanged(client.version);
      await this.events.record(tx, clientRestored(id));
      await this.audit.write(tx, { action: 'client.restored', entityType: 'client', entityId: id });
      return this.reading.get(tx, id);
    });
  }

  private async lockCurrent(tx: Transaction, id: string, version: number): Promise<LockedClient> {
    const client = await this.rows.lock(tx, id);
    if (!client) throw await this.reading.absence(tx, id);
    if (client.version !== version) throw clientChanged(client.version);
    return client;
  }

  private async writeParts(
    tx: Transaction,
    client: { readonly id: string; readonly kind: 'person' | 'company' },
    parts: Parts,
    phones: readonly WantedPhone[] | undefined,
  ): Promise<void> {
    if (phones) {
      const taken = await this.parts.setPhones(tx, client.id, phones);
      if (taken.length > 0) throw phoneTaken(await this.parts.listHolders(tx, taken));
    }
    if (parts.emails) await this.parts.setEmails(tx, client.id, parts.emails);
    if (parts.addresses) await this.parts.setAddresses(tx, client.id, parts.addresses.map(labelled));
    if (parts.tagIds) await this.parts.setTags(tx, client.id, parts.tagIds);
    if (parts.contacts) await this.writeContacts(tx, client, parts.contacts);
  }

  private async writeContacts(
    tx: Transaction,
    company: { readonly id: string; readonly kind: 'person' | 'company' },
    contacts: NonNullable<Parts['contacts']>,
  ): Promise<void> {
    if (contacts.length > 0 && company.kind !== 'company') throw contactsRefused('contacts', 'ONLY_OF_A_COMPANY');
    const people = await this.parts.listPeople(
      tx,
      contacts.map(({ personId }) => personId),
    );
    const stranger = contacts.findIndex(({ personId }) => !people.has(personId));
    if (stranger >= 0) throw contactsRefused(`contacts.${stranger}.personId`, 'NO_SUCH_PERSON');
    const wanted = contacts.map(({ personId, position }) => ({ personId, position: position || null }));
    await this.parts.setContacts(tx, company.id, wanted);
  }

  private async checkResponsible(tx: Transaction, { responsibleUserId }: Parts): Promise<void> {
    if (responsibleUserId && !(await this.rows.isMember(tx, responsibleUserId))) throw responsibleUnknown();
  }

  /** Undefined when phones are not spoken of. @throws AppError 422 PHONE_UNREADABLE, PHONE_REPEATED */
  private async readPhones(actor: Actor, { phones, sharedPhones }: Parts): Promise<WantedPhone[] | undefined> {
    if (!phones) return undefined;
    const shared = new Set<string>();
    for (const [index, typed] of (sharedPhones ?? []).entries()) {
      shared.add(await this.directory.readPhone(actor, typed, `sharedPhones.${index}`));
    }
    const wanted: WantedPhone[] = [];
    for (const [index, { number: typed, label }] of phones.entries()) {
      const path = `phones.${index}.number`;
      const number = await this.directory.readPhone(actor, typed, path);
      if (wanted.some((phone) => phone.number === number)) throw phoneRepeated(path);
      wanted.push({ number, label: label || null, shared: shared.has(number) });
    }
    return wanted;
  }
}

/** A company that becomes a person lets its contact people go first, and a person leaves the companies. */
function checkKind(before: ClientDto, kind: 'person' | 'company', { contacts }: Parts): void {
  const stillHas =
    kind === 'person' ? before.contacts.length > 0 && contacts?.length !== 0 : before.companies.length > 0;
  if (stillHas) throw contactsRefused('kind', 'STILL_A_CONTACT');
}

function columnsOf({ kind, name, source, responsibleUserId, comment }: Parts): ClientColumns {
  return { kind, name, source, responsibleUserId, comment };
}

const labelled = ({ text, label }: { text: string; label?: string | null }) => ({ text, label: label || null });
