import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError, decodeCursor, encodeCursor, pageOf } from './index.js';

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

describe('a page', () => {
  const cursorOf = (n: number) => `after ${n}`;

  it('has a next one exactly when a row too many was found', () => {
    expect(pageOf([1, 2, 3], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: 'after 2' });
    expect(pageOf([1, 2], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: null });
    expect(pageOf([], 2, cursorOf)).toEqual({ items: [], nextCursor: null });
  });
});
