import type { Import, ImportColumn } from '@smet/api-client';
import { textOf } from '../text-of';

export interface MappingDraft {
  headerRow: number;
  /** The key of a column by the index of the file's column. */
  columns: Readonly<Record<string, string>>;
  validFrom: string;
}

type Preview = Import['preview'];

export function draftOf({ headerRow, mapping, options, preview }: Import): MappingDraft {
  const validFrom = options['validFrom'];
  return {
    headerRow: headerRow ?? preview[0]?.rowNumber ?? 1,
    columns: mapping ?? {},
    validFrom: typeof validFrom === 'string' ? validFrom.slice(0, 'YYYY-MM-DD'.length) : '',
  };
}

/** A column has one meaning and a meaning one column: chosen again, it moves. Null: the column is not read. */
export function choose(draft: MappingDraft, index: number, key: string | null): MappingDraft {
  const others = Object.entries(draft.columns).filter(([at, one]) => at !== String(index) && one !== key);
  return { ...draft, columns: Object.fromEntries(key === null ? others : [...others, [String(index), key]]) };
}

export interface SourceColumn {
  index: number;
  title: string;
  /** Some of the values below the titles. */
  examples: string[];
}

const EXAMPLES = 3;

/** A, B, … Z, AA: as table programs name their columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** The file's columns as the chosen row of titles names them. */
export function sourceColumns(preview: Preview, headerRow: number): SourceColumn[] {
  const width = Math.max(0, ...preview.map(({ cells }) => cells.length));
  const titles = preview.find(({ rowNumber }) => rowNumber === headerRow)?.cells ?? [];
  const below = preview.filter(({ rowNumber }) => rowNumber > headerRow);
  return Array.from({ length: width }, (_, index) => ({
    index,
    title: textOf(titles[index]).trim() || columnLetter(index),
    examples: below.flatMap(({ cells }) => textOf(cells[index]).trim() || []).slice(0, EXAMPLES),
  }));
}

export const missingColumns = (columns: readonly ImportColumn[], draft: MappingDraft): ImportColumn[] => {
  const taken = new Set(Object.values(draft.columns));
  return columns.filter(({ key, required }) => required && !taken.has(key));
};
