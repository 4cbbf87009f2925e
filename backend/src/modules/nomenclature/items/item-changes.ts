import { isDeepStrictEqual } from 'node:util';
import type { ItemDto } from './dto/item.dto.js';

/** The parts of an item one can change, as the journal names them. */
const PARTS = ['code', 'name', 'unit', 'kind', 'category', 'norm', 'barcodes', 'pictures', 'fields'] as const;

export type ItemChanges = Readonly<
  Partial<Record<(typeof PARTS)[number], { readonly before: unknown; readonly after: unknown }>>
>;

/** What differs between two states of one item; of own fields only those that differ. Prices have a history of their own. */
export function itemChanges(before: ItemDto, after: ItemDto): ItemChanges {
  const differs = new Set(
    Object.keys({ ...before.fields, ...after.fields }).filter((key) => before.fields[key] !== after.fields[key]),
  );
  const partOf = (item: ItemDto, part: (typeof PARTS)[number]) =>
    part === 'fields'
      ? Object.fromEntries(Object.entries(item.fields).filter(([key]) => differs.has(key)))
      : item[part];
  return Object.fromEntries(
    PARTS.filter((part) => !isDeepStrictEqual(before[part], after[part])).map((part) => [
      part,
      { before: partOf(before, part), after: partOf(after, part) },
    ]),
  );
}
