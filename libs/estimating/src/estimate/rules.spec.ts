import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { ruleCoefficient, ruleLine, rulesOf } from '../../test-data/rule-sets.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import { computeEstimate } from './compute-estimate.js';
import type { RoomInput, VariantInput } from './estimate-draft.js';
import type { EstimateResult } from './estimate-result.js';

const E1 = roomInput(shapes.E1, { id: 'e1', spotlights: 6, chandeliers: 1 });

function compute(ruleSet: RuleSet, rooms: RoomInput[] = [E1], more: Partial<VariantInput> = {}): EstimateResult {
  return computeEstimate(estimateDraft({ rooms, ...more }), { priceBook: priceBook(), ruleSet });
}

const quantities = ({ lines }: EstimateResult) =>
  Object.fromEntries(lines.map(({ ruleKey, quantity }) => [ruleKey ?? 'by hand', quantity]));
const quantityOf = (more: Partial<RuleLine>, rooms?: RoomInput[]) =>
  quantities(compute(rulesOf([ruleLine('it', more)]), rooms)).it ?? null;

describe('a quantity', () => {
  it.each([
    ['lengths half-up by the step of lengths', { quantity: 'perimeter / 3' }, '4.67'],
    ['areas half-up by the step of areas', { quantity: 'area / 7' }, '1.71'],
    ['plain numbers to four digits', { quantity: 'area / 7 m2' }, '1.7143'],
    ['by a rounding of its own', { quantity: 'area / 7', rounding: { mode: 'up', step: '0.5' } }, '2'],
    ['downwards', { quantity: 'area / 7', rounding: { mode: 'down', step: '0.5' } }, '1.5'],
    ['up to whole packs', { quantity: 'perimeter', pack: '2.5' }, '15'],
    ['not to one pack more for the noise of doubles', { quantity: '0.1 * 3 * perimeter', pack: '4.2' }, '4.2'],
    [
      'to packs once it was rounded',
      { quantity: '5.004 m', rounding: { mode: 'half-up', step: '0.01' }, pack: '5' },
      '5',
    ],
    ['to packs as it is, when nothing rounds it before', { quantity: '5.004 m', pack: '5' }, '10'],
  ] satisfies [string, Partial<RuleLine>, string][])('is rounded: %s', (_, more, quantity) => {
    expect(quantityOf(more)).toBe(quantity);
  });

  it('of nothing, or less, leaves the line out', () => {
    expect(quantityOf({ quantity: 'spotlights - 6' })).toBeNull();
    expect(quantityOf({ quantity: 'spotlights - 7' })).toBeNull();
  });

  it('stands on a long chain of long values, the last written first', () => {
    // Each value calls the next one from deep within its own formula.
    const values = Array.from({ length: 200 }, (_, index) => ({
      key: `value_${index}`,
      title: 'Звено',
      formula: index === 199 ? 'spotlights' : `value_${index + 1}${' + 0'.repeat(90)}`,
    }));
    expect(quantities(compute(rulesOf([ruleLine('it', { quantity: 'value_0' })], { values })))).toEqual({ it: '6' });
  });

  it('is told with all that led to it', () => {
    const rules = rulesOf([ruleLine('it', { quantity: 'half + 1 m', pack: '2' })], {
      values: [{ key: 'half', title: 'Половина', formula: 'perimeter / 2' }],
    });
    expect(compute(rules).lines[0]!.explanation).toMatchObject({
      formula: 'half + 1 m',
      measures: [
        { name: 'half', value: '7', formula: 'perimeter / 2', unit: 'm', terms: [] },
        {
          name: 'perimeter',
          value: '14',
          unit: 'm',
          terms: [{ name: 'AB' }, { name: 'BC' }, { name: 'CD' }, { name: 'DA' }],
        },
      ],
      unrounded: '8',
      rounding: null,
      pack: '2',
    });
  });

  it('is told with the condition its line is there by, and with what that is made of', () => {
    const rules = rulesOf([ruleLine('it', { quantity: 'spotlights', when: 'is_high or perimeter > 10 m' })], {
      values: [{ key: 'is_high', title: 'Высоко', formula: 'height > 3 m' }],
    });
    const { when, measures } = compute(rules).lines[0]!.explanation;
    expect(when).toBe('is_high or perimeter > 10 m');
    expect(measures.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'spotlights 6',
      'is_high false',
      'height 0',
      'perimeter 14',
    ]);
    expect(measures[1]).toMatchObject({ formula: 'height > 3 m' });
  });
});

describe('a line', () => {
  it('is there only when its condition holds, whatever a person changed', () => {
    const rules = rulesOf([ruleLine('high', { when: 'height > 3 m' }), ruleLine('low', { when: 'height <= 3 m' })]);
    expect(quantities(compute(rules))).toEqual({ low: '1' });
    const high = { ...E1, plan: { schemaVersion: 1 as const, heightMm: 3200 } };
    const overrides = [{ roomId: 'e1', ruleKey: 'low', quantity: '5' }];
    const { problems, ...result } = compute(rules, [high], { overrides });
    expect(quantities({ ...result, problems })).toEqual({ high: '1' });
    const { name, unit } = priceBook().get('SRV-CUT')!;
    const params = { ruleKey: 'low', quantity: '5', room: 'Room', name, unit };
    expect(problems).toEqual([{ code: 'OVERRIDE_UNUSED', path: 'overrides.0', params }]);
    expect(compute(rules, [E1], { overrides }).problems).toEqual([]);
  });

  it('of a bundle is for each of it', () => {
    const bundles = [{ key: 'lamp', title: 'Светильник', count: 'spotlights' }];
    const rules = rulesOf(
      [ruleLine('one', { bundle: 'lamp' }), ruleLine('wire', { bundle: 'lamp', quantity: '1.5 m + 0 m' })],
      { bundles },
    );
    const result = compute(rules);
    expect(quantities(result)).toEqual({ one: '6', wire: '9' });
    expect(result.lines.map(({ explanation }) => explanation.formula)).toEqual([
      'spotlights',
      '(1.5 m + 0 m) * (spotlights)',
    ]);
    expect(quantities(compute(rules, [{ ...E1, spotlights: 0 }]))).toEqual({});
  });

  it('replaces others wherever it has a quantity', () => {
    const rules = rulesOf([
      ruleLine('plain', { quantity: 'profile_length' }),
      ruleLine('fine', { quantity: 'spotlights', replaces: ['plain', 'unknown'] }),
    ]);
    expect(quantities(compute(rules))).toEqual({ fine: '6' });
    expect(quantities(compute(rules, [{ ...E1, spotlights: 0 }]))).toEqual({ plain: '14' });
    const overrides = [{ roomId: 'e1', ruleKey: 'plain', quantity: '3' }];
    const { lines } = compute(rules, [E1], { overrides });
    expect(lines[0]).toMatchObject({ ruleKey: 'plain', quantity: '3', computedQuantity: '0', overridden: true });
    expect(lines[0]!.explanation.notes).toContainEqual({
      code: 'REPLACED_BY',
      params: { ruleKey: 'fine', name: priceBook().get('SRV-CUT')!.name },
    });
    expect(lines[1]!.explanation.notes).toEqual([]);
  });

  it('that is replaced itself replaces nothing', () => {
    const rules = rulesOf([
      ruleLine('good'),
      ruleLine('better', { replaces: ['good'] }),
      ruleLine('best', { replaces: ['better'] }),
    ]);
    expect(quantities(compute(rules))).toEqual({ good: '1', best: '1' });
  });

  it('that is only given out is not billed', () => {
    const line = ruleLine('screws', { quantity: null, stock: { quantity: '10' } });
    expect(compute(rulesOf([line])).lines).toEqual([]);
  });

  it('by hand, and a hand-changed one, survive other rules', () => {
    const overrides = [{ roomId: 'e1', ruleKey: 'canvas', quantity: '13' }];
    const manualLines = [{ id: 'a', itemCode: 'SRV-TRIP2', roomId: 'e1', quantity: '1' }];
    const other = { ...ruleSetR1, version: 2, lines: ruleSetR1.lines.map((line) => ({ ...line, when: '1 > 0' })) };
    const changed = { ...other, lines: [{ ...other.lines[0]!, quantity: 'area * 2' }, ...other.lines.slice(1)] };
    for (const ruleSet of [ruleSetR1, changed]) {
      const { lines, problems } = compute(ruleSet, [E1], { overrides, manualLines });
      expect(problems).toEqual([]);
      expect(lines.find(({ key }) => key === 'manual:a')).toMatchObject({ quantity: '1' });
      const computedQuantity = ruleSet === ruleSetR1 ? '12' : '24';
      expect(lines[0]).toMatchObject({ ruleKey: 'canvas', quantity: '13', computedQuantity, overridden: true });
    }
  });
});

describe('a rule without a result', () => {
  const failing = { values: [{ key: 'share', title: 'Доля', formula: '1 / chandeliers' }] };
  const lines = [ruleLine('sound'), ruleLine('broken', { quantity: 'share * 2' })];
  const bare = { ...E1, chandeliers: 0 };

  it('is named with its formula and its place, and the others stand', () => {
    const result = compute(rulesOf(lines, failing), [bare, { ...E1, id: 'two' }]);
    expect(result.lines.map(({ key, quantity }) => `${key} ${quantity}`)).toEqual([
      'e1:sound 1',
      'two:sound 1',
      'two:broken 2',
    ]);
    expect(result.problems).toEqual([
      {
        code: 'RULE_FAILED',
        path: 'rooms.0',
        params: { ruleKey: 'broken', rulePath: 'values.0.formula', formulaCode: 'DIVISION_BY_ZERO', at: 2 },
      },
    ]);
  });

  it('leaves a quantity that a person typed standing', () => {
    const overrides = [
      { roomId: 'e1', ruleKey: 'sound', quantity: '2' },
      { roomId: 'e1', ruleKey: 'broken', quantity: '3' },
    ];
    const { lines: standing, problems } = compute(rulesOf(lines, failing), [bare], { overrides });
    expect(standing).toMatchObject([
      { ruleKey: 'sound', quantity: '2' },
      { ruleKey: 'broken', quantity: '3', computedQuantity: null, overridden: true },
    ]);
    expect(standing[1]!.explanation).toMatchObject({ formula: 'share * 2', unrounded: null });
    expect(problems).toMatchObject([{ code: 'RULE_FAILED', params: { ruleKey: 'broken' } }]);
  });

  it('is none where nobody asks for it', () => {
    const careful = ruleLine('careful', { quantity: 'if(chandeliers = 0, 7, share)' });
    const result = compute(rulesOf([careful], failing), [bare]);
    expect([quantities(result), result.problems]).toEqual([{ careful: '7' }, []]);
  });

  it.each<[string, Partial<RuleLine>, string, string]>([
    ['a condition', { when: '1 / chandeliers > 0' }, 'lines.0.when', 'DIVISION_BY_ZERO'],
    [
      'what is given out',
      { stock: { quantity: 'quantity / chandeliers' } },
      'lines.0.stock.quantity',
      'DIVISION_BY_ZERO',
    ],
    ['too many once packed', { quantity: '99999.9', pack: '99999' }, 'lines.0.quantity', 'NUMBER_TOO_LARGE'],
    ['too large a number', { quantity: '1000 * 1000 * spotlights' }, 'lines.0.quantity', 'NUMBER_TOO_LARGE'],
    [
      'too large a number on the way',
      { quantity: '10000000000 * 10000000000' },
      'lines.0.quantity',
      'NUMBER_TOO_LARGE',
    ],
  ])('may be %s', (_, more, rulePath, formulaCode) => {
    const { problems } = compute(rulesOf([ruleLine('it', more)]), [bare]);
    expect(problems).toMatchObject([{ code: 'RULE_FAILED', params: { ruleKey: 'it', rulePath, formulaCode } }]);
  });

  it('that cannot even be read is told once, and takes no other with it', () => {
    const broken = [
      ruleLine('sound'),
      ruleLine('typed', { quantity: 'area +' }),
      ruleLine('wrong', { quantity: 'wrong_value' }),
      ruleLine('valued', { quantity: 'sound_value' }),
    ];
    const values = [
      { key: 'wrong_value', title: 'Не то', formula: 'area + perimeter' },
      { key: 'uses_it', title: 'Тоже', formula: 'wrong_value * 2' },
      { key: 'sound_value', title: 'То', formula: 'spotlights / 2' },
    ];
    const result = compute(rulesOf(broken, { values }), [E1, { ...E1, id: 'two' }]);
    expect(quantities(result)).toEqual({ sound: '1', valued: '3' });
    expect(result.problems.map(({ params }) => `${params.rulePath} ${params.formulaCode} ${params.at}`)).toEqual([
      'values.0.formula TYPE_MISMATCH 5',
      'lines.1.quantity UNEXPECTED_END 6',
      'lines.2.quantity UNKNOWN_NAME 0',
    ]);
  });
});

describe('coefficients', () => {
  const lines = [ruleLine('work', { item: { by: 'code', code: 'WRK-WIRE' } }), ruleLine('service')];

  it('of the rules are a sum of their own in each room where they hold', () => {
    const high = { ...E1, plan: { schemaVersion: 1 as const, heightMm: 3200 } };
    const rules = rulesOf(lines, { coefficients: [ruleCoefficient({ when: 'height > 3 m' })] });
    const { adjustments, totals, rooms } = compute(rules, [E1, { ...high, id: 'high' }]);
    expect(adjustments).toEqual([
      {
        key: 'high:height',
        kind: 'coefficient',
        roomId: 'high',
        name: 'Высота',
        percent: '30',
        base: ['work'],
        baseMinor: 70_000,
        sumMinor: 21_000,
      },
    ]);
    expect(totals.grossMinor).toBe(2 * 80_000 + 21_000);
    expect(rooms).toMatchObject([{ subtotalMinor: 80_000 }, { subtotalMinor: 101_000 }]);
  });

  it('by hand are of a room or of all, and none is a base of another', () => {
    const coefficients = [
      { id: 'room', name: 'Сложность', roomId: 'e1', percent: '10', base: ['work' as const] },
      { id: 'all', name: 'Срочность', roomId: null, percent: '-5.5', base: ['work' as const, 'service' as const] },
    ];
    const { adjustments } = compute(rulesOf(lines), [E1, { ...E1, id: 'two' }], { coefficients });
    expect(adjustments.map(({ key, roomId, baseMinor, sumMinor }) => [key, roomId, baseMinor, sumMinor])).toEqual([
      ['manual:room', 'e1', 70_000, 7_000],
      ['manual:all', null, 160_000, -8_800],
    ]);
  });

  it.each([
    [{ percent: '1000.01' }, 'COEFFICIENT_INVALID', 'coefficients.0.percent'],
    [{ percent: '-100.01' }, 'COEFFICIENT_INVALID', 'coefficients.0.percent'],
    [{ percent: '1.005' }, 'COEFFICIENT_INVALID', 'coefficients.0.percent'],
    [{ base: [] }, 'COEFFICIENT_INVALID', 'coefficients.0.base'],
    [{ roomId: 'gone' }, 'ROOM_UNKNOWN', 'coefficients.0.roomId'],
  ])('that cannot be are named: %j', (more, code, path) => {
    const given = { id: 'a', name: 'Сложность', roomId: null, percent: '10', base: ['work' as const], ...more };
    const result = compute(rulesOf(lines), [E1], { coefficients: [given] });
    expect(result.problems).toMatchObject([{ code, path }]);
    expect(result.adjustments).toEqual([]);
  });

  it('beyond all bounds fail as rules do', () => {
    const { problems, adjustments } = compute(rulesOf(lines, { coefficients: [ruleCoefficient({ percent: '11' })] }));
    expect(problems).toMatchObject([{ code: 'RULE_FAILED', params: { rulePath: 'coefficients.0.percent' } }]);
    expect(adjustments).toEqual([]);
  });
});
