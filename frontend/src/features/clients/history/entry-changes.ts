import type { Client, HistoryEntry } from '@smet/api-client';
import type { ClientChange } from '../card/client-parts';

/** One part of a client before and after, as the journal tells it. */
export interface EntryChange {
  before: ClientChange;
  after: ClientChange;
}

interface Told {
  before: unknown;
  after: unknown;
}

const PARTS: readonly ClientChange['part'][] = [
  'kind',
  'name',
  'phones',
  'emails',
  'addresses',
  'tags',
  'contacts',
  'source',
  'responsible',
  'comment',
];

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'before' in value && 'after' in value;

/** What an entry about a client changed, part by part; nothing for what is no change of parts. */
export function changesOf({ changes }: Pick<HistoryEntry, 'changes'>): EntryChange[] {
  const parts = PARTS.flatMap((part) => {
    const told = changes[part];
    if (!isTold(told)) return [];
    return [
      { before: { part, value: told.before } as ClientChange, after: { part, value: told.after } as ClientChange },
    ];
  });
  const { fields } = changes;
  if (!isTold(fields)) return parts;
  const [before, after] = [fields.before, fields.after] as Client['fields'][];
  return [
    ...parts,
    ...Object.keys(after ?? {}).map((key) => ({
      before: { part: 'fields' as const, key, value: before?.[key] ?? null },
      after: { part: 'fields' as const, key, value: after?.[key] ?? null },
    })),
  ];
}
