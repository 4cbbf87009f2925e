import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { validationFailed } from './errors.js';

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 500;

/** Query of every list: extend it with the list's own filters. */
export class PageQuery {
  // Named in full: the swagger plugin reads only *.dto.ts files.
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
    required: false,
    description: 'How many rows at most.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  limit: number = DEFAULT_PAGE_SIZE;

  @ApiProperty({
    type: String,
    required: false,
    description: '`nextCursor` of the previous page, of the same list in the same order.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export type CursorValue = string | number | null;

/**
 * An opaque position in a keyset-paged list: the sort keys of the last row. It is bound to the sort, so that a
 * cursor of one order cannot silently be read in another.
 */
export function encodeCursor(sort: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([sort, ...values]), 'utf8').toString('base64url');
}

/**
 * The sort keys inside a cursor, or null without a cursor. `size` is how many keys the list expects.
 * The values come from the outside: pass them as query parameters only.
 * @throws AppError 422 CURSOR_INVALID on anything that `encodeCursor` did not make for this sort.
 */
export function decodeCursor(sort: string, cursor: string | undefined, size: number): CursorValue[] | null {
  if (cursor === undefined) return null;
  const parsed = parseCursor(cursor);
  if (parsed === null || parsed[0] !== sort || parsed.length !== size + 1) throw invalidCursor();
  return parsed.slice(1);
}

/**
 * Cuts a page out of `limit + 1` fetched rows: the row too many tells that there is a next page without a count.
 */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

const invalidCursor = () =>
  validationFailed('REQUEST.INVALID', [{ path: 'cursor', code: 'CURSOR_INVALID', params: {} }]);

function parseCursor(cursor: string): CursorValue[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null; // not ours: the caller answers 422
  }
  return Array.isArray(parsed) && parsed.every(isCursorValue) ? parsed : null;
}

function isCursorValue(value: unknown): value is CursorValue {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
