import { isUUID } from 'class-validator';
import { validationFailed } from './errors.js';
import { decodeCursor, type CursorValue } from './paging.js';

/** What the column of a sort holds; `integer` has four bytes, `bigint` what JSON can carry exactly. */
export type KeysetKind = 'text' | 'integer' | 'bigint' | 'timestamp';

/** Where a page begins: after the row with this sort value and id. */
export type KeysetPosition = readonly [value: string | number, id: string];

/** PostgreSQL keeps microseconds; a cursor that lost them would repeat or skip rows made in one millisecond. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

const MAX_INTEGER = 2_147_483_647;

const fits: Readonly<Record<KeysetKind, (value: CursorValue | undefined) => value is string | number>> = {
  text: (value): value is string => typeof value === 'string' && !value.includes('\0'),
  integer: (value): value is number => isSafeInteger(value) && Math.abs(value) <= MAX_INTEGER,
  bigint: isSafeInteger,
  timestamp: (value): value is string => typeof value === 'string' && TIMESTAMP.test(value) && isOnCalendar(value),
};

function isSafeInteger(value: CursorValue | undefined): value is number {
  return Number.isSafeInteger(value);
}

/** PostgreSQL knows no year 0 and no 30 February, which JavaScript takes for the 1st or 2nd of March. */
function isOnCalendar(timestamp: string): boolean {
  const time = Date.parse(timestamp);
  if (Number.isNaN(time) || timestamp.startsWith('0000')) return false;
  return new Date(time).toISOString().slice(0, 19) === timestamp.slice(0, 19);
}

/**
 * The position inside a cursor of a list sorted by (value, id), or null without a cursor.
 * @throws AppError 422 CURSOR_INVALID for a value that the column could not even be compared with.
 */
export function decodeKeyset(sort: string, cursor: string | undefined, kind: KeysetKind): KeysetPosition | null {
  const values = decodeCursor(sort, cursor, 2);
  if (values === null) return null;
  const [value, id] = values;
  if (!fits[kind](value) || !isUUID(id)) {
    throw validationFailed('REQUEST.INVALID', [{ path: 'cursor', code: 'CURSOR_INVALID' }]);
  }
  return [value, String(id)];
}
