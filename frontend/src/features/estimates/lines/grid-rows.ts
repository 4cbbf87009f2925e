import type { Adjustment, EstimateLine, EstimateResult } from '@smet/estimating';
import { sumMinor } from '@smet/money';
import type { RoomForm } from '../model/types';

export type GroupBy = 'room' | 'category';

/** A row of the grid: a line, or a sum beside the lines. Keys are those of the result. */
export type GridRow =
  | { kind: 'line'; key: string; line: EstimateLine; /** The room, where rows are not grouped by it. */ place: string }
  | { kind: 'adjustment'; key: string; adjustment: Adjustment; place: string };

export interface RowGroup {
  key: string;
  name: string;
  /** The room of a group by room; null for what belongs to no room. */
  roomId: string | null;
  /** Whether lines may be added here: a category is no place to add to. */
  takesLines: boolean;
  rows: GridRow[];
  /** Lines and adjustments of the group, before any discount. */
  sumMinor: number;
  /** The room's readings are not finished, so that the rules have no lines for it. */
  unfinished: boolean;
}

export interface GroupWords {
  common: string;
  unnamedRoom: string;
  noCategory: string;
  adjustments: string;
}

interface GroupingInput {
  rooms: readonly Pick<RoomForm, 'id' | 'name'>[];
  result: Pick<EstimateResult, 'lines' | 'adjustments' | 'rooms'>;
  categories: readonly { id: string; name: string }[];
  words: GroupWords;
}

const COMMON = 'common';
const ADJUSTMENTS = 'adjustments';

const sumOf = (rows: readonly GridRow[]): number =>
  sumMinor(rows.map((row) => (row.kind === 'line' ? row.line.sumMinor : row.adjustment.sumMinor)));

function collect<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const known = groups.get(keyOf(value));
    if (known) known.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

const lineRow = (line: EstimateLine, place = ''): GridRow => ({ kind: 'line', key: line.key, line, place });
const adjustmentRow = (adjustment: Adjustment, place = ''): GridRow => ({
  kind: 'adjustment',
  key: `adjustment ${adjustment.key}`,
  adjustment,
  place,
});

/** Lines by room with the coefficients of the room after them; at the end what belongs to no room. */
function byRoom({ rooms, result, words }: GroupingInput): RowGroup[] {
  const keyOf = ({ roomId }: { roomId: string | null }): string => roomId ?? COMMON;
  const lines = collect(result.lines, keyOf);
  const adjustments = collect(result.adjustments, keyOf);
  const unfinished = new Set(result.rooms.filter((room) => 'problems' in room).map(({ roomId }) => roomId));
  const group = (roomId: string | null, name: string): RowGroup => {
    const key = roomId ?? COMMON;
    const rows = [
      ...(lines.get(key) ?? []).map((line) => lineRow(line)),
      ...(adjustments.get(key) ?? []).map((adjustment) => adjustmentRow(adjustment)),
    ];
    const isUnfinished = roomId !== null && unfinished.has(roomId);
    return { key, name, roomId, takesLines: true, rows, sumMinor: sumOf(rows), unfinished: isUnfinished };
  };
  return [...rooms.map(({ id, name }) => group(id, name || words.unnamedRoom)), group(null, words.common)];
}

/** Lines by category, in the order the organization gave them; sums beside the lines are a group of their own. */
function byCategory({ rooms, result, categories, words }: GroupingInput): RowGroup[] {
  const names = new Map(rooms.map(({ id, name }) => [id, name || words.unnamedRoom]));
  const placeOf = ({ roomId }: { roomId: string | null }): string =>
    roomId === null ? words.common : (names.get(roomId) ?? '');
  const lines = collect(result.lines, ({ categoryId }) => categoryId ?? '');
  const known = [...categories, { id: '', name: words.noCategory }];
  const strangers = [...lines.keys()].filter((id) => !known.some((category) => category.id === id));
  const group = (key: string, name: string, rows: GridRow[]): RowGroup => {
    const sums = { rows, sumMinor: sumOf(rows) };
    return { key, name, roomId: null, takesLines: false, unfinished: false, ...sums };
  };
  const categorised = [...known, ...strangers.map((id) => ({ id, name: words.noCategory }))].map(({ id, name }) =>
    group(
      `category ${id}`,
      name,
      (lines.get(id) ?? []).map((line) => lineRow(line, placeOf(line))),
    ),
  );
  const rows = result.adjustments.map((adjustment) => adjustmentRow(adjustment, placeOf(adjustment)));
  return [...categorised, group(ADJUSTMENTS, words.adjustments, rows)].filter((one) => one.rows.length > 0);
}

export const groupRows = (by: GroupBy, input: GroupingInput): RowGroup[] =>
  by === 'room' ? byRoom(input) : byCategory(input);
