import { describe, expect, it } from '@jest/globals';
import { complete, completionAt, everyName } from './completion';
import type { KnownName } from './completion';

const known = (name: string, title: string, kind: KnownName['kind'] = 'measure'): KnownName => ({
  name,
  title,
  unit: 'м',
  kind,
});
const names = [
  known('area', 'Площадь комнаты'),
  known('billed_area', 'Площадь для счёта'),
  known('perimeter', 'Периметр комнаты'),
  known('profile.shadow', 'Длина теневого профиля'),
  known('up', 'Округлить вверх', 'function'),
];
const found = (source: string, caret = source.length) =>
  completionAt(source, caret, names)?.options.map(({ name }) => name) ?? null;

describe('what could be meant in a formula', () => {
  it('is what begins with the word first, then what contains it', () => {
    expect(found('2 * ar')).toEqual(['area', 'billed_area']);
    expect(found('profile.sh')).toEqual(['profile.shadow']);
  });

  it('is found by its Russian name', () => {
    expect(found('пери')).toEqual(['perimeter']);
    expect(found('2 * Площ')).toEqual(['area', 'billed_area']);
    expect(found('тенев')).toEqual(['profile.shadow']);
  });

  it('is nothing where no word is written, in a text, or when the word is complete', () => {
    expect(found('2 * ')).toBeNull();
    expect(found('film = "per"', 11)).toBeNull();
    expect(found('perimeter')).toBeNull();
    expect(found('nothing_like_it')).toBeNull();
  });

  it('replaces the whole word the caret stands in', () => {
    const source = '2 * perim + 1';
    const completion = completionAt(source, 7, names);
    expect(completion).toMatchObject({ from: 4, to: 9 });
    expect(complete(source, completion!, names[2]!)).toEqual({ source: '2 * perimeter + 1', caret: 13 });
  });

  it('opens the bracket of a function unless it is open', () => {
    expect(complete('u', { from: 0, to: 1 }, names[4]!)).toEqual({ source: 'up(', caret: 3 });
    expect(complete('u(area)', { from: 0, to: 1 }, names[4]!)).toEqual({ source: 'up(area)', caret: 2 });
  });

  it('is everything when asked for', () => {
    expect(everyName('2 * ', 4, names).options).toEqual(names);
    expect(everyName('ar', 2, names).options).toHaveLength(2);
  });
});
