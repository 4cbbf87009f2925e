import { describe, expect, it } from '@jest/globals';
import { parseQuery } from './parse-query.js';

describe('parseQuery', () => {
  it('reads an address as everybody does', () => {
    expect(parseQuery('limit=5&tag=a&tag=b&query=%D0%BE%20%D0%B9&empty=')).toEqual({
      limit: '5',
      tag: ['a', 'b'],
      query: 'о й',
      empty: '',
    });
    expect(parseQuery('')).toEqual({});
  });

  it('gathers filters by own fields, however they are written', () => {
    expect(parseQuery('field.colour=white&field%5Broll_width%5D=3200..5000&limit=1')).toEqual({
      limit: '1',
      field: { colour: 'white', roll_width: '3200..5000' },
    });
  });

  it('changes no prototype', () => {
    const query = parseQuery('__proto__=x&field.__proto__=y');
    expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
    expect(Object.keys(query)).toEqual(['__proto__', 'field']);
  });
});
