import { isUUID } from 'class-validator';
import { validationFailed } from './errors.js';
import { decodeCursor, type CursorValue } from './paging.js';

export type KeysetKind = 'text' | 'integer' | 'timestamp';

/** Where a page begins: after the row with this sort value and id. */
export type KeysetPosition = readonly [value: string | number, id: string];

/** PostgreSQL keeps microseconds; a cursor that lost them would repeat or skip rows made in one millisecond. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

const fits: Readonly<Record<KeysetKind, (value: CursorValue | undefined) => value is string | number>> = {
  text: (value): value is string => typeof value === 'string' && !value.includes('\0'),
  integer: (value): value is number => Number.isSafeInteger(value),
  timestamp: (value): value is string =>
    typeof value === 'string' && TIMESTAMP.test(value) && !Number.isNaN(Date.parse(value)),
};

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
