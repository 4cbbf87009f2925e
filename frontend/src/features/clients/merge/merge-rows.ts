import type { Client, MergeClients } from '@smet/api-client';
import { heldBy, isSameValue, placeOf } from '../card/client-parts';
import type { ClientChange } from '../card/client-parts';

export type Side = 'mine' | 'theirs';
export type Choices = NonNullable<MergeClients['fields']>;

/** One part in which two clients differ, as each of them has it. */
export interface MergeRow {
  /** The part as the API names it when it is told whose value is kept. */
  key: string;
  mine: ClientChange;
  theirs: ClientChange;
  /** Whose value is kept unless the person chooses: the first one's, and where that is empty the other's. */
  usual: Side;
}

/** Parts that hold one value each. Phones, addresses, tags and all else are kept from both. */
const SINGLE = ['kind', 'name', 'responsible', 'source', 'comment'] as const;

/** What has to be chosen when `theirs` becomes a part of `mine`; nothing where they are the same. */
export function mergeRows(mine: Client, theirs: Client): MergeRow[] {
  const keys = [...new Set([...Object.keys(mine.fields), ...Object.keys(theirs.fields)])];
  const parts: ClientChange[] = [
    ...SINGLE.map((part) => ({ part, value: mine[part] }) as ClientChange),
    ...keys.map((key) => ({ part: 'fields' as const, key, value: mine.fields[key] ?? null })),
  ];
  return parts.flatMap((part) => {
    const other = heldBy(theirs, part);
    if (isSameValue(part, other)) return [];
    const key = part.part === 'responsible' ? 'responsibleUserId' : placeOf(part);
    return [{ key, mine: part, theirs: other, usual: part.value === null ? 'theirs' : 'mine' }];
  });
}
