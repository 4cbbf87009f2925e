import { describe, expect, it, jest } from '@jest/globals';
import { ruleCoefficient, ruleLine, rulesOf } from '../../test-data/rule-sets.js';
import { requiredItemCodes } from '../estimate/required-item-codes.js';
import { parseRuleSet } from './check-rule-set.js';
import { compileRuleSet } from './compile-rule-set.js';
import { MEASURES } from './measures.js';
import { ruleSetR1 } from './r1.js';
import type { RuleLine, RuleSet } from './rule-set.js';

function problemsOf(input: unknown): string[] {
  const result = parseRuleSet(input);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

function paramsOf(input: unknown): object[] {
  const result = parseRuleSet(input);
  return result.ok ? [] : result.problems.map(({ params }) => params);
}

const withLine = (more: Partial<RuleLine>, of?: Partial<RuleSet>) => rulesOf([ruleLine('it', more)], of);
const withFilm = (more: object) => ({ ...ruleSetR1, films: [{ ...ruleSetR1.films[0], ...more }] });
const withValues = (...formulas: [key: string, formula: string][]) =>
  rulesOf([], { values: formulas.map(([key, formula]) => ({ key, title: key, formula })) });

describe('R1', () => {
  it('is a document like any other', () => {
    const document: unknown = JSON.parse(JSON.stringify(ruleSetR1));
    expect(parseRuleSet(document)).toEqual({ ok: true, ruleSet: ruleSetR1 });
    expect(compileRuleSet(ruleSetR1).problems).toEqual([]);
  });

  it('is compiled once', () => {
    expect(compileRuleSet(ruleSetR1)).toBe(compileRuleSet(ruleSetR1));
  });
});

describe('measures', () => {
  it('have a name and a sentence of their own', () => {
    expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(MEASURES.length);
    expect(new Set(MEASURES.map(({ doc }) => doc)).size).toBe(
      // "The same, rounded half-up by the step of lengths." stands after three lengths.
      MEASURES.length - 2,
    );
  });

  it('can all be used', () => {
    const lines = MEASURES.map(({ name, type }, index) =>
      ruleLine(`line-${index}`, { quantity: type.kind === 'text' ? `if(${name} = "a", 1, 2)` : name }),
    );
    expect(problemsOf(rulesOf(lines))).toEqual([]);
  });
});

describe('a formula', () => {
  it.each<[string, unknown, string[], object]>([
    [
      'that ends too early is wrong at its end',
      withLine({ quantity: 'area *' }),
      ['FORMULA_INVALID lines.0.quantity'],
      { formulaCode: 'UNEXPECTED_END', at: 6 },
    ],
    [
      'of a name nobody knows is wrong where the name stands',
      withLine({ quantity: '2 * aera' }),
      ['FORMULA_INVALID lines.0.quantity'],
      { formulaCode: 'UNKNOWN_NAME', at: 4, length: 4, nearest: 'area' },
    ],
    [
      'adds no metres to square metres',
      withLine({ quantity: 'area + perimeter' }),
      ['FORMULA_INVALID lines.0.quantity'],
      { formulaCode: 'TYPE_MISMATCH', at: 5 },
    ],
    [
      'of a quantity is no condition',
      withLine({ quantity: 'area > 1 m2' }),
      ['FORMULA_INVALID lines.0.quantity'],
      { formulaCode: 'TYPE_MISMATCH', left: 'boolean' },
    ],
    [
      'of a quantity has no cubic metres',
      withLine({ quantity: 'area * perimeter' }),
      ['FORMULA_INVALID lines.0.quantity'],
      { formulaCode: 'TYPE_MISMATCH', left: 'm3' },
    ],
    [
      'of a condition is no quantity',
      withLine({ when: 'area' }),
      ['FORMULA_INVALID lines.0.when'],
      { formulaCode: 'TYPE_MISMATCH', left: 'm2', right: 'boolean' },
    ],
    [
      'knows what is billed only where something is',
      withLine({ quantity: null, stock: { quantity: 'quantity * 2' } }),
      ['FORMULA_INVALID lines.0.stock.quantity'],
      { formulaCode: 'UNKNOWN_NAME', name: 'quantity' },
    ],
    [
      'of a bundle counts',
      rulesOf([], { bundles: [{ key: 'b', title: 'b', count: 'perimeter' }] }),
      ['FORMULA_INVALID bundles.0.count'],
      { formulaCode: 'TYPE_MISMATCH', left: 'm' },
    ],
    [
      'of a coefficient is a plain number',
      rulesOf([], { coefficients: [ruleCoefficient({ percent: 'height' })] }),
      ['FORMULA_INVALID coefficients.0.percent'],
      { formulaCode: 'TYPE_MISMATCH', left: 'm' },
    ],
    [
      'of a value may not lead back to itself',
      withValues(['a', 'b + 1 m'], ['b', 'a * 2']),
      ['FORMULA_INVALID values.0.formula', 'FORMULA_INVALID values.1.formula'],
      { formulaCode: 'CYCLE', cycle: 'a → b → a' },
    ],
    [
      'of a value may not take the name of a measure',
      withValues(['area', '1 m2']),
      ['FORMULA_INVALID values.0.key'],
      { formulaCode: 'NAME_TAKEN' },
    ],
  ])('%s', (_, document, problems, params) => {
    expect(problemsOf(document)).toEqual(problems);
    expect(paramsOf(document)[0]).toMatchObject(params);
  });
});

describe('what parts say of one another', () => {
  const film = { ...ruleSetR1.films[0] };
  it.each<[string, unknown, string[]]>([
    ['an unknown bundle', withLine({ bundle: 'lamp' }), ['KEY_UNKNOWN lines.0.bundle']],
    ['an unknown line to replace', withLine({ replaces: ['other'] }), ['KEY_UNKNOWN lines.0.replaces.0']],
    ['a line that replaces itself', withLine({ replaces: ['it'] }), ['REPLACES_CYCLE lines.0.replaces']],
    [
      'lines that replace one another',
      rulesOf([
        ruleLine('free'),
        ruleLine('a', { replaces: ['free', 'b'] }),
        ruleLine('b', { replaces: ['c'] }),
        ruleLine('c', { replaces: ['a'] }),
      ]),
      ['REPLACES_CYCLE lines.1.replaces'],
    ],
    ['a line twice', rulesOf([ruleLine('a'), ruleLine('a')]), ['DUPLICATE lines.1.key']],
    [
      'a line to replace others that is only given out',
      rulesOf([ruleLine('a'), ruleLine('b', { quantity: null, stock: { quantity: '1' }, replaces: ['a'] })]),
      ['REPLACES_NOTHING lines.1.replaces'],
    ],
    ['a line that does nothing', withLine({ quantity: null }), ['RULES_INVALID lines.0.stock']],
    [
      'a roll without an item',
      rulesOf([
        ruleLine('it', { item: { by: 'canvas', codes: { 'pvc-matte 3.2': 'A' } }, when: 'film = "pvc-matte"' }),
      ]),
      ['ITEM_MISSING lines.0.item.codes'],
    ],
    [
      'rolls out of order',
      rulesOf([], { films: [{ ...film, rolls: ['5.0', '3.2'] }] }),
      ['DECIMAL_INVALID films.0.rolls.1'],
    ],
    [
      'a film tighter than it may be',
      rulesOf([], { films: [{ ...film, tightest: 0.95 }] }),
      ['NUMBER_OUT_OF_RANGE films.0.tightest'],
    ],
    [
      'a splice longer than half a stick',
      rulesOf([], { sticks: { ...ruleSetR1.sticks, shadow: { ...ruleSetR1.sticks.shadow, minSpliceMm: 1500 } } }),
      ['NUMBER_OUT_OF_RANGE sticks.shadow.minSpliceMm'],
    ],
    [
      'sticks of one item with two lengths',
      rulesOf([], { sticks: { ...ruleSetR1.sticks, niche: { ...ruleSetR1.sticks.niche, stickMm: 3000 } } }),
      ['STICK_LENGTHS_DIFFER sticks.niche.stickMm'],
    ],
    [
      'a base named twice',
      rulesOf([], { coefficients: [ruleCoefficient({ base: ['work', 'work'] })] }),
      ['DUPLICATE coefficients.0.base.1'],
    ],
  ])('%s', (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });

  it.each<[string, string | undefined, string[]]>([
    ['is there for all of them', undefined, ['pvc-matte 3.2', 'textile 5.1']],
    ['asks for the film', 'film = "pvc-matte"', ['pvc-matte 3.2']],
    ['asks for more than the film', 'material = "textile" and area > 0 m2', ['textile 5.1']],
    ['asks for the film at last', '1 / area > 1 / 1 m2 and (height > 1 m and material = "textile")', ['textile 5.1']],
    ['asks for either', 'area > 0 m2 or material = "textile"', ['pvc-matte 3.2', 'textile 5.1']],
    ['asks for a named value', 'is_textile', ['textile 5.1']],
    ['asks for a value of values', 'not (textiles < 1) and spotlights > 0', ['textile 5.1']],
    ['asks for no film', 'not (is_textile or area > 5 m2 or material = "pvc")', []],
    ['compares what is not known', '(area > 1 m2) = is_textile', ['pvc-matte 3.2', 'textile 5.1']],
  ])('a line by canvas that %s needs an item for every roll it may meet', (_, when, canvases) => {
    const [matte] = ruleSetR1.films;
    const films = [
      { ...matte, key: 'pvc-matte', rolls: ['3.2'] },
      { ...matte, key: 'textile', material: 'textile', rolls: ['5.1'] },
    ] as const;
    const values = [
      { key: 'textiles', title: 'x', formula: 'if(is_textile, 1, 0)' },
      { key: 'is_textile', title: 'x', formula: 'material = "textile"' },
    ];
    const line = ruleLine('it', { item: { by: 'canvas', codes: {} }, ...(when !== undefined && { when }) });
    const result = paramsOf(rulesOf([line], { films, values }));
    expect(result).toEqual(canvases.map((canvas) => ({ canvas })));
  });

  it('knows the keys of a circle', () => {
    const lines = [ruleLine('a', { replaces: ['b'] }), ruleLine('b', { replaces: ['a'] })];
    expect(paramsOf(rulesOf(lines))).toEqual([{ cycle: 'a → b → a' }]);
  });
});

describe('rules while they are written', () => {
  const chain = (last: string) =>
    Array.from({ length: 200 }, (_, at) => ({
      key: `v${at}`,
      title: `${at}`,
      formula: at === 199 ? last : `v${at + 1} + 1`,
    }));

  it('keep their sound values where others are wrong', () => {
    const document = withValues(['near', 'not wrong'], ['wrong', '1 +'], ['half', 'whole / 2'], ['whole', 'area']);
    expect([...compileRuleSet(document).values.keys()]).toEqual(['whole', 'half']);
  });

  it('are read no oftener when two hundred values wait for a wrong one', () => {
    const exec = jest.spyOn(RegExp.prototype, 'exec');
    const matchesOf = (last: string) => {
      exec.mockClear();
      const { problems } = compileRuleSet(rulesOf([], { values: chain(last) }));
      return { problems: problems.length, matches: exec.mock.calls.length };
    };
    const [sound, wrong] = [matchesOf('1 / 2'), matchesOf('1 / true')];
    exec.mockRestore();
    expect([sound.problems, wrong.problems]).toEqual([0, 1]);
    expect(wrong.matches).toBeLessThan(sound.matches * 1.5);
  });

  it('are given a hundred suggestions at most, however many names nobody knows', () => {
    const unknown = Array.from({ length: 15 }, () => 'profile_ab'.repeat(6)).join('+');
    const key = (at: number) => `${'profile_ab'.repeat(6).slice(0, 57)}${at}`;
    const values = Array.from({ length: 200 }, (_, at) => ({ key: key(at), title: 'x', formula: '1' }));
    const lines = Array.from({ length: 50 }, (_, at) =>
      ruleLine(`${at}`, { quantity: unknown, when: unknown, stock: { quantity: unknown } }),
    );
    const { problems } = compileRuleSet(rulesOf(lines, { values }));
    expect(problems).toHaveLength(1500);
    expect(problems.filter(({ params }) => params.nearest !== undefined)).toHaveLength(100);
  });
});

describe('a hostile document', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['RULES_INVALID ']],
    ['a list', [], ['RULES_INVALID ']],
    ['a prototype', { ...ruleSetR1, ['__proto__x']: 1 }, ['UNKNOWN_FIELD __proto__x']],
    [
      'a step of zero',
      { ...ruleSetR1, steps: { areaM2: '0.00', lengthM: '-1' } },
      ['DECIMAL_INVALID steps.areaM2', 'DECIMAL_INVALID steps.lengthM'],
    ],
    ['a pack with an exponent', withLine({ pack: '1e3' }), ['DECIMAL_INVALID lines.0.pack']],
    ['a line that is a text', { ...ruleSetR1, lines: ['area'] }, ['RULES_INVALID lines.0']],
    ['an item of another kind', withLine({ item: { by: 'price' } as never }), ['RULES_INVALID lines.0.item.by']],
    ['no films', { ...ruleSetR1, films: [] }, ['RULES_INVALID films']],
    ['a film without a title', withFilm({ title: undefined }), ['TEXT_INVALID films.0.title']],
    ['a film whose title is blank', withFilm({ title: ' \t' }), ['TEXT_INVALID films.0.title']],
    ['a film whose title is a list', withFilm({ title: ['ПВХ'] }), ['TEXT_INVALID films.0.title']],
    ['a film whose title has no end', withFilm({ title: 'ПВХ '.repeat(60) }), ['TEXT_INVALID films.0.title']],
    ['too many lines', rulesOf(Array.from({ length: 501 }, (_, at) => ruleLine(`${at}`))), ['TOO_MANY lines']],
    ['a value named like what is billed', withValues(['quantity', '1']), ['TEXT_INVALID values.0.key']],
    ['half a letter in a title', { ...ruleSetR1, title: '\ud800' }, ['TEXT_INVALID title']],
    ['a text no database holds', withLine({ quantity: '1\u0000' }), ['TEXT_INVALID lines.0.quantity']],
    ['brackets without end', withLine({ quantity: '('.repeat(1000) }), ['FORMULA_INVALID lines.0.quantity']],
    ['a formula longer than any', withLine({ quantity: '1+'.repeat(600) }), ['TEXT_INVALID lines.0.quantity']],
  ])('of %s is refused with its place', (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });

  it('of values that all wait for one another, and lines that all replace the next, is read at once', () => {
    const values = Array.from({ length: 200 }, (_, at) => ({
      key: `v${at}`,
      title: `${at}`,
      formula: at === 199 ? 'area + perimeter' : `v${at + 1} + v${at + 1}`,
    }));
    const lines = Array.from({ length: 500 }, (_, at) =>
      ruleLine(`${at}`, { quantity: 'v0', ...(at < 499 && { replaces: [`${at + 1}`] }) }),
    );
    expect(compileRuleSet(rulesOf(lines, { values })).problems).toHaveLength(501);
    const problems = problemsOf(rulesOf(lines, { values }));
    expect(problems).toHaveLength(100);
    expect(problems[0]).toBe('FORMULA_INVALID values.199.formula');
  });

  it('is told a hundred problems at most, and no more are looked for', () => {
    const rolls = Array.from({ length: 20 }, (_, at) => `${at + 1}`);
    const codes = new Proxy({}, { getOwnPropertyDescriptor: () => void (looks += 1) });
    let looks = 0;
    const films = Array.from({ length: 50 }, (_, at) => ({ ...ruleSetR1.films[0], key: `${at}`, rolls }));
    const lines = Array.from({ length: 500 }, (_, at) => ruleLine(`${at}`, { item: { by: 'canvas', codes } }));
    const document = rulesOf(lines, { films: films as never });
    expect(problemsOf(document)).toEqual(Array.from({ length: 100 }, () => 'ITEM_MISSING lines.0.item.codes'));
    expect(looks).toBeLessThan(1000);
    const wrongFields = lines.map((line) => ({ ...line, when: 1 }));
    expect(problemsOf({ ...document, lines: wrongFields })).toHaveLength(100);
  });
});

it('every item is asked a price for: billed, given out, as sticks, substituted and by hand', () => {
  const rules = rulesOf([
    ruleLine('a', { item: { by: 'material', codes: { pvc: 'A-1', textile: 'A-2' } } }),
    ruleLine('b', { item: { by: 'code', code: 'B' }, stock: { quantity: '1', code: 'B-STOCK' } }),
  ]);
  const variants = [
    { manualLines: [{ id: 'x', itemCode: 'BY-HAND', roomId: null, quantity: '1' }] },
    { manualLines: [], specification: { substitutes: [{ code: 'B', by: 'B-BETTER' }] } },
  ];
  expect(requiredItemCodes(rules, ...variants)).toEqual([
    'A-1',
    'A-2',
    'B',
    'B-STOCK',
    'PRF-AL-W25',
    'PRF-AL-C25',
    'PRF-EKR-W',
    'PRF-FLY02',
    'PRF-KRB4',
    'BY-HAND',
    'B-BETTER',
  ]);
});
