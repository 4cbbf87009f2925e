import { describe, expect, it } from '@jest/globals';
import { readFilters } from './field-filters.js';
import { fieldKey } from './field-key.js';
import { readFieldText, type FieldDefinition } from './field-values.js';

const field = (type: FieldDefinition['type'], options: string[] | null = null): FieldDefinition => ({
  subject: 'client',
  key: type,
  name: type,
  type,
  options,
  unit: null,
});

describe('a value as people write it', () => {
  it.each<[FieldDefinition['type'], string, unknown]>([
    ['number', ' 3 200,5 ', 3200.5],
    ['number', '-7', -7],
    ['number', '1e3', undefined],
    ['number', '12 мм', undefined],
    ['date', '5.11.2026', '2026-11-05'],
    ['date', '2026-11-05', '2026-11-05'],
    ['date', '31.02.2026', undefined],
    ['boolean', 'Да', true],
    ['boolean', 'нет', false],
    ['boolean', 'возможно', undefined],
    ['text', '  ', null],
    ['text', ' белый ', 'белый'],
    ['choice', 'лофт', 'Лофт'],
    ['choice', 'барокко', undefined],
  ])('%s %j', (type, typed, value) => {
    expect(readFieldText(field(type, type === 'choice' ? ['Лофт'] : null), typed)).toEqual(value);
  });
});

describe('filters', () => {
  const fields = [field('number'), field('date'), field('text')];

  it('are exact values or ranges of numbers and dates', () => {
    expect(readFilters(fields, { number: '1..2,5', date: '01.02.2026..', text: 'a..b' })).toEqual({
      conditions: [
        { key: 'number', from: 1, to: 2.5 },
        { key: 'date', from: '2026-02-01' },
        { key: 'text', equals: 'a..b' },
      ],
      problems: [],
    });
  });

  it('that cannot be read are told by their path', () => {
    const { problems } = readFilters(fields, { number: 'x', other: '1', date: ['a', 'b'] });
    expect(problems).toEqual([
      { path: 'field.number', code: 'FILTER_UNREADABLE' },
      { path: 'field.other', code: 'UNKNOWN_FIELD' },
      { path: 'field.date', code: 'FILTER_UNREADABLE' },
    ]);
  });
});

describe('the key of a field', () => {
  it.each([
    ['Ширина рулона', 'shirina_rulona'],
    ['2-й этаж', 'y_etazh'],
    ['Площадь, м²', 'ploschad_m'],
    ['№', 'field'],
    ['a'.repeat(60), 'a'.repeat(36)],
  ])('of %s', (name, key) => {
    expect(fieldKey(name)).toBe(key);
  });
});
