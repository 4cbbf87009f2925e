import { newId } from '@smet/database';
import type { MappedRow, RowProblem, RowVerdict } from '../../imports/index.js';
import { readClient, type ClientValues, type Reading } from './client-values.js';

/** A client as it is, as far as rows can change it. */
export interface KnownClient {
  readonly id: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly name: string;
  readonly kind: 'person' | 'company';
  readonly source: string | null;
  readonly comment: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly phones: readonly { readonly number: string; readonly shared: boolean }[];
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  readonly tags: readonly string[];
}

/** What the client was, of what the row changes: columns as they were, of lists what was there before. */
export interface ClientWas {
  readonly name?: string;
  readonly kind?: 'person' | 'company';
  readonly source?: string | null;
  readonly comment?: string | null;
  readonly fields?: Readonly<Record<string, string | number | boolean | null>>;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  readonly tags?: readonly string[];
}

export const LISTS = ['phones', 'emails', 'addresses', 'tags'] as const;
const COLUMNS = ['name', 'kind', 'source', 'comment'] as const;

/** What a row will do to the clients as they are: those who have a phone or an e-mail of the file. */
export function judgeClient(row: MappedRow, known: readonly KnownClient[], reading: Reading): RowVerdict {
  const { values, problems } = readClient(row, reading);
  const [phone, email] = [values.phones?.[0], values.emails?.[0]];
  const client = findClient(known, values);
  const own = checkRow(row, values, { client, known });
  const all = [...problems, ...own];
  const key = client?.id ?? phone ?? email?.toLowerCase() ?? null;
  const verdict = { rowNumber: row.rowNumber, key, targetId: null, targetVersion: null, before: null, problems: all };
  const plain = { ...values };
  if (all.length > 0) return { ...verdict, values: plain, action: 'faulty' };
  if (!client) return { ...verdict, values: plain, action: 'new', targetId: newId() };
  const before = differences(values, client);
  const target = { targetId: client.id, targetVersion: client.version };
  if (Object.keys(before).length === 0) return { ...verdict, ...target, values: plain, action: 'unchanged' };
  return { ...verdict, ...target, values: plain, before: { ...before }, action: 'changed' };
}

/** Of several with one number the one of this name, else the one who holds it. */
function findClient(known: readonly KnownClient[], { phones, emails, name }: ClientValues): KnownClient | undefined {
  const [phone, email] = [phones?.[0], emails?.[0]?.toLowerCase()];
  if (phone !== undefined) {
    const having = known.filter((client) => client.phones.some(({ number }) => number === phone));
    return (
      having.find((client) => client.name === name) ??
      having.find((client) => client.phones.some(({ number, shared }) => number === phone && !shared))
    );
  }
  const having = known.filter((client) => client.emails.some((one) => one.toLowerCase() === email));
  return having.find((client) => client.name === name) ?? having[0];
}

function checkRow(
  row: MappedRow,
  { phones, emails, name }: ClientValues,
  { client, known }: { readonly client: KnownClient | undefined; readonly known: readonly KnownClient[] },
): RowProblem[] {
  const blank = (column: string) => (row.cells[column] ?? '') === '';
  const missing = (column: string): RowProblem => ({ column, code: 'IS_REQUIRED' });
  if (!phones && !emails) return blank('phone') && blank('email') ? [missing('phone')] : [];
  if (!client && name === undefined && blank('name')) return [missing('name')];
  if (client?.deleted) return [{ column: null, code: 'IN_TRASH' }];
  const taken = phones?.find((number) =>
    known.some((other) => other.id !== client?.id && other.phones.some((phone) => phone.number === number)),
  );
  const shares = client?.phones.some(({ number }) => number === taken) ?? false;
  return taken === undefined || shares ? [] : [{ column: 'phone', code: 'PHONE_TAKEN', params: { value: taken } }];
}

function differences(values: ClientValues, client: KnownClient): ClientWas {
  const columns = COLUMNS.filter((name) => values[name] !== undefined && values[name] !== client[name]);
  const fields = Object.entries(values.fields ?? {}).filter(([key, value]) => client.fields[key] !== value);
  const lists = LISTS.filter((list) => {
    const there = textsOf(client, list).map((text) => text.toLowerCase());
    return values[list]?.some((text) => !there.includes(text.toLowerCase())) ?? false;
  });
  return {
    ...Object.fromEntries(columns.map((name) => [name, client[name]])),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields.map(([key]) => [key, client.fields[key] ?? null])) }),
    ...Object.fromEntries(lists.map((list) => [list, textsOf(client, list)])),
  };
}

function textsOf(client: KnownClient, list: (typeof LISTS)[number]): string[] {
  return list === 'phones' ? client.phones.map(({ number }) => number) : [...client[list]];
}
