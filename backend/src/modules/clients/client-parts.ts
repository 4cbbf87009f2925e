import { isDeepStrictEqual } from 'node:util';
import type { ClientDto } from './dto/client.dto.js';

/** The parts of a client one can change, as the journal names them. */
const PARTS = [
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
  'fields',
] as const;
type Part = (typeof PARTS)[number];

export type PartChanges = Readonly<Partial<Record<Part, { readonly before: unknown; readonly after: unknown }>>>;

/** What differs between two states of one client; own fields only those that differ. */
export function changedParts(before: ClientDto, after: ClientDto): PartChanges {
  const changed = PARTS.filter((part) => !isDeepStrictEqual(before[part], after[part]));
  return Object.fromEntries(
    changed.map((part) => [
      part,
      part === 'fields' ? changedFields(before, after) : { before: before[part], after: after[part] },
    ]),
  );
}

function changedFields({ fields: before }: ClientDto, { fields: after }: ClientDto) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  );
  const only = (values: ClientDto['fields']) => Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
  return { before: only(before), after: only(after) };
}
