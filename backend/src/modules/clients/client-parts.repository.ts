import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../platform/database/index.js';
import { mapConstraint } from '../../platform/http/index.js';
import { CLIENT_CONSTRAINTS } from './clients.errors.js';

/** A number as it is stored, with what the person calls it; `shared` when taking part of somebody's number is meant. */
export interface WantedPhone {
  readonly number: string;
  readonly label: string | null;
  readonly shared: boolean;
}

export interface PhoneHolder {
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly deleted: boolean;
}

/** What identifies a row of a list: a row that stays in the list keeps its identity. */
interface List {
  readonly table: string;
  readonly key: string;
  /** Of the column beside the key, or null when there is none. */
  readonly note: string | null;
}

const EMAILS: List = { table: 'client_emails', key: 'email', note: null };
const ADDRESSES: List = { table: 'client_addresses', key: 'text', note: 'label' };

/**
 * The lists that hang on a client. Everything here runs under the client's row lock; each method makes the stored list what
 * it is told, in that order, and touches only rows that differ.
 */
@Injectable()
export class ClientPartsRepository {
  /**
   * Answers the numbers that somebody else holds and that were not meant to be shared: nothing may be kept then. Of any
   * number of parallel calls with one number exactly one becomes its holder; the others wait for it here.
   */
  async setPhones(tx: Transaction, clientId: string, wanted: readonly WantedPhone[]): Promise<string[]> {
    const manager = managerOf(tx);
    const numbers = wanted.map(({ number }) => number);
    const [gone] = await manager.query<[{ number: string; shared: boolean }[], number]>(
      `delete from client_phones where client_id = $1 and number <> all($2::text[]) returning number, shared`,
      [clientId, numbers],
    );
    await this.passOn(
      tx,
      gone.filter(({ shared }) => !shared).map(({ number }) => number),
    );
    await manager.query(
      `update client_phones p set label = w.label, position = w.nth - 1
         from unnest($2::text[], $3::text[]) with ordinality as w (number, label, nth)
        where p.client_id = $1 and p.number = w.number`,
      [clientId, numbers, wanted.map(({ label }) => label)],
    );
    const known = await manager.query<{ number: string }[]>(`select number from client_phones where client_id = $1`, [
      clientId,
    ]);
    const added = wanted
      .map((phone, position) => ({ ...phone, position }))
      .filter(({ number }) => !known.some((phone) => phone.number === number));
    const taken = await this.claim(tx, clientId, added);
    await this.share(
      tx,
      clientId,
      taken.filter(({ shared }) => shared),
    );
    return taken.filter(({ shared }) => !shared).map(({ number }) => number);
  }

  /** When the holder of a number goes, the one who has shared it longest becomes its holder. */
  async passOn(tx: Transaction, numbers: readonly string[]): Promise<void> {
    if (numbers.length === 0) return;
    await managerOf(tx).query(
      `update client_phones p set shared = false
         from (select distinct on (s.number) s.id, s.number from client_phones s
                where s.number = any($1::text[]) and s.shared order by s.number, s.id) heir
        where p.id = heir.id
          and not exists (select from client_phones h where h.number = heir.number and not h.shared)`,
      [numbers],
    );
  }

  /** Who holds these numbers now. */
  listHolders(tx: Transaction, numbers: readonly string[]): Promise<PhoneHolder[]> {
    return managerOf(tx).query<PhoneHolder[]>(
      `select p.number, c.id, c.name, c.deleted_at is not null as deleted
         from client_phones p join clients c on c.id = p.client_id
        where p.number = any($1::text[]) and not p.shared order by p.number`,
      [numbers],
    );
  }

  setEmails(tx: Transaction, clientId: string, emails: readonly string[]): Promise<void> {
    return replace(
      tx,
      EMAILS,
      clientId,
      emails.map((email) => ({ key: email, note: null })),
    );
  }

  setAddresses(
    tx: Transaction,
    clientId: string,
    addresses: readonly { readonly text: string; readonly label: string | null }[],
  ): Promise<void> {
    return replace(
      tx,
      ADDRESSES,
      clientId,
      addresses.map(({ text, label }) => ({ key: text, note: label })),
    );
  }

  /** @throws AppError 422 CLIENT.TAG_UNKNOWN */
  async setTags(tx: Transaction, clientId: string, tagIds: readonly string[]): Promise<void> {
    await managerOf(tx)
      .query(
        `with gone as (delete from client_tags where client_id = $2 and tag_id <> all($3::uuid[]))
         insert into client_tags (id, organization_id, client_id, tag_id)
         select w.id, $1, $2, w.tag_id from unnest($4::uuid[], $3::uuid[]) as w (id, tag_id)
          where not exists (select from client_tags k where k.client_id = $2 and k.tag_id = w.tag_id)`,
        [tx.actor.organizationId, clientId, tagIds, tagIds.map(() => newId())],
      )
      .catch((error: unknown) => {
        throw mapConstraint(error, CLIENT_CONSTRAINTS);
      });
  }

  /** The people must be held by the caller, see `listPeople`. */
  async setContacts(
    tx: Transaction,
    companyId: string,
    contacts: readonly { readonly personId: string; readonly position: string | null }[],
  ): Promise<void> {
    await managerOf(tx).query(
      `with wanted as (
         select * from unnest($3::uuid[], $4::uuid[], $5::text[]) with ordinality as w (id, person_id, position, nth)),
       gone as (
         delete from client_contacts where company_id = $2 and person_id <> all($4::uuid[])),
       kept as (
         update client_contacts k set position = w.position, sort = w.nth - 1
           from wanted w where k.company_id = $2 and k.person_id = w.person_id)
       insert into client_contacts (id, organization_id, company_id, person_id, position, sort)
       select w.id, $1, $2, w.person_id, w.position, w.nth - 1 from wanted w
        where not exists (select from client_contacts k where k.company_id = $2 and k.person_id = w.person_id)`,
      [
        tx.actor.organizationId,
        companyId,
        contacts.map(() => newId()),
        contacts.map(({ personId }) => personId),
        contacts.map(({ position }) => position),
      ],
    );
  }

  /** Which of these are people who can be talked to; held until the end of the transaction. */
  async listPeople(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `select id from clients
        where id = any($1::uuid[]) and kind = 'person' and deleted_at is null and merged_into_id is null
        order by id for share`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the numbers that could not be claimed. In one order everywhere, so that two clients cannot wait for each other. */
  private async claim<P extends WantedPhone & { readonly position: number }>(
    tx: Transaction,
    clientId: string,
    phones: readonly P[],
  ): Promise<P[]> {
    if (phones.length === 0) return [];
    const claimed = await managerOf(tx).query<{ number: string }[]>(
      `insert into client_phones (id, organization_id, client_id, number, label, position)
       select w.id, $1, $2, w.number, w.label, w.position
         from unnest($3::uuid[], $4::text[], $5::text[], $6::int[]) as w (id, number, label, position) order by w.number
       on conflict (organization_id, number) where not shared do nothing returning number`,
      [tx.actor.organizationId, clientId, ...columnsOf(phones)],
    );
    return phones.filter(({ number }) => !claimed.some((phone) => phone.number === number));
  }

  private async share(
    tx: Transaction,
    clientId: string,
    phones: readonly (WantedPhone & { readonly position: number })[],
  ): Promise<void> {
    if (phones.length === 0) return;
    await managerOf(tx).query(
      `insert into client_phones (id, organization_id, client_id, number, label, position, shared)
       select w.id, $1, $2, w.number, w.label, w.position, true
         from unnest($3::uuid[], $4::text[], $5::text[], $6::int[]) as w (id, number, label, position)`,
      [tx.actor.organizationId, clientId, ...columnsOf(phones)],
    );
  }
}

function columnsOf(phones: readonly (WantedPhone & { readonly position: number })[]): unknown[] {
  return [
    phones.map(() => newId()),
    phones.map(({ number }) => number),
    phones.map(({ label }) => label),
    phones.map(({ position }) => position),
  ];
}

async function replace(
  tx: Transaction,
  { table, key, note }: List,
  clientId: string,
  rows: readonly { readonly key: string; readonly note: string | null }[],
): Promise<void> {
  const [set, column, value] = note === null ? ['', '', ''] : [`${note} = w.note, `, `${note}, `, 'w.note, '];
  await managerOf(tx).query(
    `with wanted as (select * from unnest($3::uuid[], $4::text[], $5::text[]) with ordinality as w (id, key, note, nth)),
     gone as (delete from ${table} where client_id = $2 and ${key} <> all($4::text[])),
     kept as (update ${table} t set ${set}position = w.nth - 1 from wanted w where t.client_id = $2 and t.${key} = w.key)
     insert into ${table} (id, organization_id, client_id, ${key}, ${column}position)
     select w.id, $1, $2, w.key, ${value}w.nth - 1 from wanted w
      where not exists (select from ${table} t where t.client_id = $2 and t.${key} = w.key)`,
    [
      tx.actor.organizationId,
      clientId,
      rows.map(() => newId()),
      rows.map((row) => row.key),
      rows.map((row) => row.note),
    ],
  );
}
