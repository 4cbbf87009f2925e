import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import {
  ImportTargets,
  type Cell,
  type ImportColumn,
  type ImportRun,
  type ImportTarget,
  type MappedRow,
  type PlannedRow,
  type RowOutcome,
  type RowVerdict,
} from '../../imports/index.js';
import { CustomFields } from '../../custom-fields/index.js';
import { OrganizationsService } from '../../organizations/index.js';
import { ClientPartsRepository } from '../client-parts.repository.js';
import { CLIENT_COLUMNS, KIND_TITLES, OWN, ownColumns } from './client-columns.js';
import { readClient, type ClientValues } from './client-values.js';
import { judgeClient, LISTS, type ClientWas, type KnownClient } from './client-verdict.js';
import { ClientsImportRepository, type ClientChange, type ListEntry } from './clients-import.repository.js';

const PAGE = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Clients by their phone, or else their e-mail. What a file does not say stays as it is; lists are added to. */
@Injectable()
export class ClientsTarget implements ImportTarget, OnModuleInit {
  readonly kind = 'clients';
  readonly permission = 'client:update';

  constructor(
    private readonly targets: ImportTargets,
    private readonly repository: ClientsImportRepository,
    private readonly parts: ClientPartsRepository,
    private readonly organizations: OrganizationsService,
    private readonly customFields: CustomFields,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async columns(actor: Actor): Promise<ImportColumn[]> {
    return [...CLIENT_COLUMNS, ...ownColumns(await this.customFields.definitions(actor, 'client'))];
  }

  optionsProblem(options: ImportRun['options']): string | null {
    return Object.keys(options).length === 0 ? null : 'UNKNOWN_OPTION';
  }

  async check(tx: Transaction, rows: readonly MappedRow[]): Promise<RowVerdict[]> {
    const { country } = await this.organizations.getOwn(tx);
    const reading = { country, fields: await this.customFields.definitions(tx, 'client') };
    const said = rows.map((row) => readClient(row, reading).values);
    const known = await this.repository.findKnown(
      tx,
      said.flatMap(({ phones }) => phones ?? []),
      said.flatMap(({ emails }) => emails?.slice(0, 1) ?? []),
    );
    const index = new KnownClients(known);
    return rows.map((row, nth) => judgeClient(row, index.having(said[nth] ?? {}), reading));
  }

  async apply(tx: Transaction, rows: readonly PlannedRow[], { importId }: ImportRun): Promise<RowOutcome[]> {
    const blocked = await this.listBlocked(tx, rows);
    const open = rows.filter(({ rowNumber }) => !blocked.has(rowNumber));
    await this.repository.insert(tx, open.filter(isNew).map(newClient));
    const changed = await this.repository.update(tx, open.filter(isChanged).map(changeOf));
    const done = open.filter((row) => isNew(row) || changed.has(row.targetId));
    for (const list of LISTS) {
      const entries = done.flatMap((row) => added(row, list));
      await (list === 'tags' ? this.repository.addTags(tx, entries) : this.repository.addTexts(tx, list, entries));
    }
    await this.record(tx, done, { created: 'client.created', changed: 'client.updated', importId });
    const isDone = new Set(done);
    return rows
      .filter((row) => !isDone.has(row))
      .map((row) => ({
        rowNumber: row.rowNumber,
        problem: { column: null, code: isNew(row) ? 'TAKEN_SINCE_CHECK' : 'CHANGED_SINCE_CHECK' },
      }));
  }

  async undo(tx: Transaction, rows: readonly PlannedRow[], { importId }: ImportRun): Promise<RowOutcome[]> {
    const made = rows.filter(isNew).map(({ targetId }) => targetId);
    const deleted = await this.repository.deleteUntouched(tx, made);
    const restored = await this.repository.update(tx, rows.filter(isChanged).map(restorationOf));
    const back = rows.filter(({ targetId }) => restored.has(targetId));
    for (const list of LISTS) {
      const entries = back.flatMap((row) => added(row, list));
      await (list === 'tags'
        ? this.repository.removeTags(tx, entries)
        : this.repository.removeTexts(tx, list, entries));
    }
    const gone = rows.filter(({ targetId }) => deleted.has(targetId));
    const freed = [...gone, ...back].flatMap((row) => added(row, 'phones').map(({ text }) => text));
    await this.parts.passOn(tx, freed);
    await this.record(tx, [...gone, ...back], { created: 'client.removed', changed: 'client.updated', importId });
    return rows
      .filter(({ targetId }) => !deleted.has(targetId) && !restored.has(targetId))
      .map(({ rowNumber, action }) => ({
        rowNumber,
        problem: { column: null, code: action === 'new' ? 'CHANGED_OR_USED_SINCE' : 'CHANGED_SINCE' },
      }));
  }

  async *export(actor: Actor): AsyncIterable<Record<string, Cell>[]> {
    for (let after = FIRST; ;) {
      const clients = await this.repository.listClients(actor, after, PAGE);
      const last = clients.at(-1);
      if (!last) return;
      after = last.id;
      yield clients.map(toCells);
    }
  }

  /** Rows with a number that somebody has by now, or that an earlier row of this stretch has just taken. */
  private async listBlocked(tx: Transaction, rows: readonly PlannedRow[]): Promise<Set<number>> {
    const wanted = rows.map((row) => ({ row, numbers: added(row, 'phones').map(({ text }) => text) }));
    const taken = await this.repository.listTaken(
      tx,
      wanted.flatMap(({ numbers }) => numbers),
    );
    const gone = new Set(taken.map(({ number }) => number));
    const blocked = new Set<number>();
    for (const { row, numbers } of wanted) {
      if (numbers.some((number) => gone.has(number))) blocked.add(row.rowNumber);
      else for (const number of numbers) gone.add(number);
    }
    return blocked;
  }

  private record(
    tx: Transaction,
    rows: readonly PlannedRow[],
    { created, changed, importId }: { created: string; changed: string; importId: string },
  ): Promise<void> {
    return this.audit.writeMany(
      tx,
      rows.map(({ action, targetId, values, before }) => ({
        action: action === 'new' ? created : changed,
        entityType: 'client',
        entityId: targetId,
        changes: before === null ? { importId, after: values } : { importId, before, after: values },
      })),
    );
  }
}

/** Clients of one stretch of rows, by what rows name them with. */
class KnownClients {
  private readonly byText = new Map<string, KnownClient[]>();

  constructor(clients: readonly KnownClient[]) {
    for (const client of clients) {
      const texts = [
        ...client.phones.map(({ number }) => number),
        ...client.emails.map((email) => email.toLowerCase()),
      ];
      for (const text of texts) this.byText.set(text, [...(this.byText.get(text) ?? []), client]);
    }
  }

  having({ phones = [], emails = [] }: ClientValues): KnownClient[] {
    const texts = [...phones, ...emails.slice(0, 1).map((email) => email.toLowerCase())];
    return [...new Set(texts.flatMap((text) => this.byText.get(text) ?? []))];
  }
}

const isNew = ({ action }: PlannedRow) => action === 'new';
const isChanged = ({ action }: PlannedRow) => action === 'changed';
/** As `judgeClient` wrote them. */
const valuesOf = ({ values }: PlannedRow) => values as unknown as ClientValues;
const wasOf = ({ before }: PlannedRow) => (before ?? {}) as ClientWas;

function newClient(row: PlannedRow) {
  const { name, kind, source, comment, fields } = valuesOf(row);
  if (name === undefined) throw new Error('a new client lacks a name');
  const columns = { name, kind: kind ?? ('person' as const), source: source ?? null, comment: comment ?? null };
  return { id: row.targetId, ...columns, fields: fields ?? {} };
}

/** Only what differed when the row was judged. */
function changeOf(row: PlannedRow): ClientChange {
  const [values, was] = [valuesOf(row), wasOf(row)];
  const { name, kind, source, comment } = values;
  const columns = Object.entries({ name, kind, source, comment }).filter(([column]) => column in was);
  const fields = Object.entries(values.fields ?? {}).filter(([key]) => key in (was.fields ?? {}));
  return {
    id: row.targetId,
    version: row.targetVersion ?? 0,
    columns: Object.fromEntries(columns.map(([column, value]) => [column, value ?? null])),
    fields: Object.fromEntries(fields),
  };
}

/** Applying has raised the version by one. */
function restorationOf(row: PlannedRow): ClientChange {
  const { name, kind, source, comment, fields } = wasOf(row);
  const columns = Object.entries({ name, kind, source, comment }).filter(([, value]) => value !== undefined);
  return {
    id: row.targetId,
    version: (row.targetVersion ?? 0) + 1,
    columns: Object.fromEntries(columns.map(([column, value]) => [column, value ?? null])),
    fields: fields ?? {},
  };
}

/** Entries of a list that the row adds to those that were there. */
function added(row: PlannedRow, list: (typeof LISTS)[number]): ListEntry[] {
  if (isChanged(row) && wasOf(row)[list] === undefined) return [];
  const there = (wasOf(row)[list] ?? []).map((text) => text.toLowerCase());
  const texts = valuesOf(row)[list]?.filter((text) => !there.includes(text.toLowerCase())) ?? [];
  return texts.map((text) => ({ clientId: row.targetId, text }));
}

function toCells(client: KnownClient): Record<string, Cell> {
  const own = Object.entries(client.fields).map(
    ([key, value]) => [`${OWN}${key}`, value === true ? 'да' : value === false ? 'нет' : value] as const,
  );
  return {
    name: client.name,
    phone: client.phones.map(({ number }) => number).join(', '),
    email: client.emails.join(', '),
    kind: KIND_TITLES[client.kind],
    address: client.addresses.join('; '),
    source: client.source,
    tags: client.tags.join(', '),
    comment: client.comment,
    ...Object.fromEntries(own),
  };
}
