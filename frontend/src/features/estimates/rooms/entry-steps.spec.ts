import { describe, expect, it } from '@jest/globals';
import { padField, readingField } from './entry-steps';

const field = (value: string, dataset: DOMStringMap = {}) => ({ value, dataset });
const [wall, next, control] = [field('400'), field(''), field('', { optional: '' })];

describe('where a number goes when no field has the focus', () => {
  it('a key of the pad goes on with the number that was being typed', () => {
    expect(padField([wall, next, control], wall)).toBe(wall);
    expect(padField([wall, next, control], undefined)).toBe(next);
  });

  it('a whole reading goes to the field that was left empty, never over one that is there', () => {
    const later = field('');
    expect(readingField([wall, next, later], later)).toBe(later);
    expect(readingField([wall, next, later], wall)).toBe(next);
  });

  it('neither goes to a control diagonal, which one key too many may have come to', () => {
    expect(padField([wall, control], undefined)).toBeNull();
    expect(readingField([wall, control], wall)).toBeNull();
    expect(padField([wall, control], control)).toBeNull();
    expect(readingField([wall, control], control)).toBeNull();
  });

  it('a field that is gone is not come back to', () => {
    expect(padField([wall, next], field('12'))).toBe(next);
  });
});
