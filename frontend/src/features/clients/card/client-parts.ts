import type { Client, UpdateClient } from '@smet/api-client';

type Part =
  'kind' | 'name' | 'phones' | 'emails' | 'addresses' | 'tags' | 'contacts' | 'source' | 'responsible' | 'comment';

/** A new value of one part of a client, as a client is read; of own fields one at a time, null takes the value away. */
export type ClientChange =
  | { [P in Part]: { readonly part: P; readonly value: Client[P] } }[Part]
  | { readonly part: 'fields'; readonly key: string; readonly value: Client['fields'][string] | null };

/** Names the place on the page a change belongs to. */
export const placeOf = (change: ClientChange): string =>
  change.part === 'fields' ? `fields.${change.key}` : change.part;

/** What the client holds where the change would be. */
export function heldBy(client: Client, change: ClientChange): ClientChange {
  return change.part === 'fields'
    ? { ...change, value: client.fields[change.key] ?? null }
    : ({ part: change.part, value: client[change.part] } as ClientChange);
}

/** Whether two states of one part, both as the API writes them, are the same. */
export const isSameValue = (one: ClientChange, other: ClientChange): boolean =>
  JSON.stringify(one.value) === JSON.stringify(other.value);

/** The client as it will be when the change is saved. */
export function withChange(client: Client, change: ClientChange): Client {
  if (change.part !== 'fields') return { ...client, [change.part]: change.value };
  const { [change.key]: _before, ...rest } = client.fields;
  return { ...client, fields: change.value === null ? rest : { ...rest, [change.key]: change.value } };
}

/** The change as the API takes it. Numbers that are shared already stay shared; `sharing` are those allowed just now. */
export function patchOf(change: ClientChange, sharing: readonly string[] = []): Omit<UpdateClient, 'version'> {
  switch (change.part) {
    case 'phones': {
      const shared = change.value.filter((phone) => phone.shared).map(({ number }) => number);
      return {
        phones: change.value.map(({ number, label }) => ({ number, label })),
        sharedPhones: [...new Set([...shared, ...sharing])],
      };
    }
    case 'tags':
      return { tagIds: change.value.map(({ id }) => id) };
    case 'contacts':
      return { contacts: change.value.map(({ id, position }) => ({ personId: id, position })) };
    case 'responsible':
      return { responsibleUserId: change.value?.id ?? null };
    case 'fields':
      return { fields: { [change.key]: change.value } };
    default:
      return { [change.part]: change.value };
  }
}
