import { createHash } from 'node:crypto';
import type { ImportColumn } from '../import-target.js';
import type { Mapping } from '../imports.repository.js';
import type { Cell, TableRow } from '../readers/table.js';

const LOOKED_AT = 30;

/** A title without what people vary: case, ё, spaces, signs, and units behind a comma. */
export function plainTitle(cell: Cell | undefined): string {
  return String(cell ?? '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The row of the titles, as the file counts: of the first ones the one with the most titles that are known, else the first
 * with two texts or more, else the first.
 */
export function findHeaderRow(rows: readonly TableRow[], columns: readonly ImportColumn[]): number {
  const looked = rows.slice(0, LOOKED_AT);
  const known = looked.map((row) => Object.keys(suggestMapping(row.cells, columns)).length);
  const best = known.indexOf(Math.max(...known));
  if ((known[best] ?? 0) > 0) return looked[best]?.number ?? 1;
  const texts = ({ cells }: TableRow) => cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;
  return (looked.find((row) => texts(row) >= 2) ?? looked[0])?.number ?? 1;
}

/** Each of the target's columns once, the first that is called so. */
export function suggestMapping(titles: readonly Cell[], columns: readonly ImportColumn[]): Mapping {
  const keys = new Map(
    columns.flatMap(({ key, title, synonyms }) => [title, ...synonyms].map((name) => [plainTitle(name), key])),
  );
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const [index, cell] of titles.entries()) {
    const key = keys.get(plainTitle(cell));
    if (key === undefined || taken.has(key)) continue;
    taken.add(key);
    mapping[index] = key;
  }
  return mapping;
}

/** What a source is remembered by: the titles of its columns, in their order. */
export function sourceOf(titles: readonly Cell[]): string {
  return createHash('sha256')
    .update(JSON.stringify(titles.map(plainTitle)))
    .digest('hex');
}

/** What is remembered, as far as the target still has it. */
export function stillValid(mapping: Mapping, columns: readonly ImportColumn[]): Mapping {
  const keys = new Set(columns.map(({ key }) => key));
  return Object.fromEntries(Object.entries(mapping).filter(([, key]) => keys.has(key)));
}
