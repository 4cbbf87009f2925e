import { describe, expect, it } from '@jest/globals';
import { requiredItemCodes, ruleSetR1 } from '@smet/estimating';
import type { Item } from '@smet/api-client';
import type { RuleSet } from '@smet/estimating';
import { EXAMPLE_ROOMS, EXAMPLES } from './example-rooms';
import { withNewFilm, withStick } from './films';
import { previewRules, priceBookOf } from './preview';
import { problemsOf } from './rule-document';

const items = requiredItemCodes(ruleSetR1).map((code): Item => ({
  id: code,
  code,
  name: `Name of ${code}`,
  unit: 'шт',
  kind: code.startsWith('WRK') ? 'work' : 'material',
  category: { id: 'c', name: 'c' },
  norm: null,
  fields: {},
  barcodes: [],
  pictures: [],
  state: 'active',
  version: 1,
  updatedAt: '2026-11-20T00:00:00.000Z',
  priceMinor: 10_000,
}));
const book = priceBookOf(items);
const shrinkWrong = { default: 0.9, min: 0.99 };
const withQuantity = (key: string, quantity: string): RuleSet => ({
  ...ruleSetR1,
  lines: ruleSetR1.lines.map((line) => (line.key === key ? { ...line, quantity } : line)),
});
const previewed = (after: RuleSet) => previewRules(EXAMPLE_ROOMS.plain, ruleSetR1, after, book);

describe('what changed rules do to a room', () => {
  it.each(EXAMPLES)('can be told of the room "%s": nothing while nothing changed', (example) => {
    const { rows, stock, toPayMinor } = previewRules(EXAMPLE_ROOMS[example], ruleSetR1, ruleSetR1, book);
    expect(rows.length).toBeGreaterThan(10);
    expect(stock.length).toBeGreaterThan(5);
    expect([...rows, ...stock].filter(({ kind }) => kind !== 'same')).toEqual([]);
    expect(toPayMinor.after).toBe(toPayMinor.before);
    expect(toPayMinor.after).toBeGreaterThan(0);
  });

  it('is a changed line with its sum and the whole', () => {
    const { rows, toPayMinor } = previewed(withQuantity('seam', '2'));
    expect(rows.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { name: 'Name of SRV-SEAM', kind: 'added', quantity: { before: null, after: '2' }, sumMinor: { after: 20_000 } },
    ]);
    expect(toPayMinor.after - toPayMinor.before).toBe(20_000);
  });

  it('is a line that goes', () => {
    const { rows } = previewed({ ...ruleSetR1, lines: ruleSetR1.lines.filter(({ key }) => key !== 'wiring') });
    expect(rows.at(-1)).toMatchObject({
      name: 'Name of WRK-WIRE',
      kind: 'removed',
      quantity: { before: '6', after: null },
    });
  });

  it('is a surcharge of its own', () => {
    const coefficient = { key: 'hard', title: 'Сложность', percent: '10%', base: ['work' as const] };
    const { rows } = previewed({ ...ruleSetR1, coefficients: [coefficient] });
    expect(rows.at(-1)).toMatchObject({ name: 'Сложность', kind: 'added', quantity: { after: '10' } });
  });

  it('is told of what is given out as well', () => {
    const screws = ruleSetR1.lines.find(({ key }) => key === 'screws');
    const lines = ruleSetR1.lines.map((line) =>
      line === screws ? { ...line, stock: { ...line.stock!, quantity: '200' } } : line,
    );
    const { stock, rows } = previewed({ ...ruleSetR1, lines });
    expect(stock.filter(({ kind }) => kind !== 'same')).toMatchObject([{ quantity: { before: '140', after: '200' } }]);
    expect(rows.every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('goes on while a formula is wrong: its line is left out', () => {
    expect(previewed(withQuantity('wiring', 'spotlights +')).rows.at(-1)).toMatchObject({ kind: 'removed' });
  });

  it.each<[string, Partial<RuleSet>]>([
    ['the first film has no item yet', { films: withNewFilm(ruleSetR1, 'Новое').films.toReversed() as never }],
    [
      'a film shrinks less at most than as a rule',
      {
        films: [
          { ...ruleSetR1.films[0], tightest: 1, shrink: { along: shrinkWrong, across: shrinkWrong } },
          ...ruleSetR1.films.slice(1),
        ],
      },
    ],
    [
      'no piece may be as short as a stick is long',
      { sticks: withStick(ruleSetR1, 'ordinary', { stickMm: 100, minSpliceMm: 20_000, kerfMm: 100 }).sticks },
    ],
  ])('goes on while %s', (_, wrong) => {
    const rules = { ...ruleSetR1, ...wrong };
    expect(problemsOf(rules)).not.toEqual([]);
    for (const example of EXAMPLES) {
      expect(previewRules(EXAMPLE_ROOMS[example], ruleSetR1, rules, book).rows).not.toEqual([]);
    }
  });
});
