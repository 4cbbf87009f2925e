import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError, encodeCursor, pageOf } from './index.js';
import { decodeKeyset, type KeysetKind } from './keyset-cursor.js';
import { decodeCursor } from './paging.js';

describe('a cursor', () => {
  it('comes back as it was, whatever the keys are', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.string(), fc.array(value, { maxLength: 4 }), (sort, values) => {
        expect(decodeCursor(sort, encodeCursor(sort, values), values.length)).toEqual(values);
      }),
    );
  });

  it('is null when none was given', () => {
    expect(decodeCursor('-createdAt', undefined, 2)).toBeNull();
  });

  it('of another sort, of other keys or made by hand is refused', () => {
    const cursors = [
      encodeCursor('number', [1, 'id']),
      encodeCursor('-createdAt', ['only one']),
      Buffer.from('["-createdAt",{"$gt":""},"id"]').toString('base64url'),
      Buffer.from('{"length":3}').toString('base64url'),
      'no cursor at all',
      '',
    ];
    for (const cursor of cursors) expect(() => decodeCursor('-createdAt', cursor, 2)).toThrow(AppError);
  });
});

describe('a position in a list', () => {
  const ID = '0190a7c0-0000-7000-8000-000000000001';
  const decode = (kind: KeysetKind, value: string | number | null, id: string | number = ID) =>
    decodeKeyset('sort', encodeCursor('sort', [value, id]), kind);

  it.each<[KeysetKind, string | number]>([
    ['text', 'Ё'],
    ['integer', -2_147_483_647],
    ['integer', 2_147_483_647],
    ['bigint', 9_007_199_254_740_991],
    ['timestamp', '2024-02-29T23:59:59.999999Z'],
  ])('of kind %s is read: %s', (kind, value) => {
    expect(decode(kind, value)).toEqual([value, ID]);
  });

  it.each<[KeysetKind, string | number | null]>([
    ['text', 1],
    ['text', 'a\0b'],
    ['text', null],
    ['integer', 2_147_483_648],
    ['integer', -3_000_000_000],
    ['integer', 1.5],
    ['integer', '1'],
    ['bigint', 9_007_199_254_740_992],
    ['timestamp', '0000-01-01T00:00:00.000000Z'],
    ['timestamp', '2023-02-29T00:00:00.000000Z'],
    ['timestamp', '2024-04-31T00:00:00.000000Z'],
    ['timestamp', '2024-01-01T24:00:00.000000Z'],
    ['timestamp', '2024-01-01T00:00:00Z'],
  ])('that a column of kind %s cannot be compared with is refused: %s', (kind, value) => {
    expect(() => decode(kind, value)).toThrow(AppError);
  });

  it('needs the id of a row', () => {
    for (const id of ['1', '', 7]) expect(() => decode('text', 'a', id)).toThrow(AppError);
  });
});

describe('a page', () => {
  const cursorOf = (n: number) => `after ${n}`;

  it('has a next one exactly when a row too many was found', () => {
    expect(pageOf([1, 2, 3], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: 'after 2' });
    expect(pageOf([1, 2], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: null });
    expect(pageOf([], 2, cursorOf)).toEqual({ items: [], nextCursor: null });
  });
});
