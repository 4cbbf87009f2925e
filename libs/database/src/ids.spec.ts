import { expect, it } from '@jest/globals';
import { newId } from './ids.js';

it('ids are UUIDv7, different, and in the order they were made', () => {
  const ids = Array.from({ length: 5000 }, newId);
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
