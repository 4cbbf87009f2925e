import { describe, expect, it } from '@jest/globals';
import { ruleSetR1 } from '@smet/estimating';
import type { Film, RuleSet } from '@smet/estimating';
import {
  factorOf,
  linesByCanvas,
  percentOf,
  readRoll,
  withFilm,
  withItem,
  withNewFilm,
  withoutFilm,
  withoutRoll,
  withRoll,
  withStick,
} from './films';
import { movedBy, otherProblemsBelow, problemsOf, wordOf, wrongPartOf } from './rule-document';

const filmAt = ({ films }: RuleSet, index: number): Film => films[index]!;
const codesOf = (rules: RuleSet, key: string) =>
  linesByCanvas(rules).find(({ line }) => line.key === key)!.line.item.codes;
const missing = (rules: RuleSet) =>
  problemsOf(rules)
    .filter(({ code }) => code === 'ITEM_MISSING')
    .map(({ params }) => params.canvas);

describe('shrink', () => {
  it('is typed in percent and kept as a factor, to the digit', () => {
    expect(['0.93', '0.915', '1', '0.5'].map((factor) => percentOf(Number(factor)))).toEqual(['7', '8.5', '0', '50']);
    const factors = Array.from({ length: 501 }, (_, at) => (500 + at) / 1000);
    expect(factors.map((factor) => factorOf(percentOf(factor)))).toEqual(factors);
  });
});

describe('rolls', () => {
  it('are widths in metres, as rooms have chosen them', () => {
    expect(['3,2', '5', ' 5.80 ', '0', '-1', '21', 'wide', '3.205'].map(readRoll)).toEqual([
      '3.2',
      '5.0',
      '5.8',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('stand in order, none twice, and a new one wants an item in every line that chooses by canvas', () => {
    const rules = withRoll(ruleSetR1, 0, '4.0');
    expect(filmAt(rules, 0).rolls).toEqual(['3.2', '4.0', '5.0']);
    expect(withRoll(ruleSetR1, 0, '5')).toBe(ruleSetR1);
    expect(missing(rules)).toEqual(['pvc-matte 4.0', 'pvc-matte 4.0']);
    const chosen = withItem(withItem(rules, 'pvc-matte 4.0', { line: 'canvas', code: 'CNV-4' }), 'pvc-matte 4.0', {
      line: 'canvas-mounting',
      code: 'WRK-PVC',
    });
    expect(problemsOf(chosen)).toEqual([]);
    expect(codesOf(chosen, 'canvas')).toMatchObject({ 'pvc-matte 4.0': 'CNV-4', 'pvc-matte 5.0': 'CNV-M-C500' });
    expect(codesOf(chosen, 'canvas-mounting')['pvc-matte 4.0']).toBe('WRK-PVC');
  });

  it('go with their items, but for the last one', () => {
    const rules = withoutRoll(ruleSetR1, 0, '5.0');
    expect(filmAt(rules, 0).rolls).toEqual(['3.2']);
    expect(Object.keys(codesOf(rules, 'canvas'))).not.toContain('pvc-matte 5.0');
    expect(Object.keys(codesOf(rules, 'canvas'))).toContain('pvc-premium 5.0');
    expect(withoutRoll(rules, 0, '3.2')).toBe(rules);
    expect(problemsOf(rules)).toEqual([]);
  });
});

describe('films', () => {
  it('begin like the first one, under a key no older version can have used', () => {
    const rules = withNewFilm(withNewFilm({ ...ruleSetR1, version: 7 }, 'Сатин'), 'Сатин');
    expect(rules.films.slice(-2).map(({ key, title }) => [key, title])).toEqual([
      ['film-7-1', 'Сатин'],
      ['film-7-2', 'Сатин'],
    ]);
    expect(filmAt(rules, 5).rolls).toEqual(['3.2', '5.0']);
    expect(new Set(missing(rules))).toEqual(new Set(['film-7-1 3.2', 'film-7-1 5.0', 'film-7-2 3.2', 'film-7-2 5.0']));
  });

  it('go with their items, but for the last one', () => {
    const rules = withoutFilm(ruleSetR1, 4);
    expect(rules.films.map(({ key }) => key)).not.toContain('pvc-bauf');
    expect(Object.keys(codesOf(rules, 'canvas')).filter((canvas) => canvas.startsWith('pvc-bauf'))).toEqual([]);
    expect(problemsOf(rules)).toEqual([]);
    const one = { ...ruleSetR1, films: [ruleSetR1.films[0]] } as const;
    expect(withoutFilm(one, 0)).toBe(one);
  });

  it('are what rooms have by default in the first place', () => {
    const films = movedBy(ruleSetR1.films, 1, -1) as unknown as RuleSet['films'];
    expect(problemsOf({ ...ruleSetR1, films })).toEqual([]);
    expect(films[0].key).toBe('pvc-gloss');
  });
});

describe('what is wrong with films and sticks', () => {
  const film = ruleSetR1.films[2]!;
  const tighter = withFilm(ruleSetR1, 2, { ...film, shrink: { ...film.shrink, along: { default: 0.9, min: 0.95 } } });
  const longSplice = withStick(ruleSetR1, 'shadow', { minSpliceMm: 1500 });

  it('opens the part it is in', () => {
    expect(wrongPartOf(problemsOf(tighter), tighter)).toBe('film:textile');
    expect(wrongPartOf(problemsOf(longSplice), longSplice)).toBe('stick:shadow');
    expect(wrongPartOf([], ruleSetR1)).toBeNull();
  });

  it('is said in words of its own', () => {
    expect(otherProblemsBelow(problemsOf(tighter), 'films.2').map(wordOf)).toEqual(['SHRINK_ORDER']);
    expect(otherProblemsBelow(problemsOf(longSplice), 'sticks.shadow').map(wordOf)).toEqual(['SPLICE_TOO_LONG']);
  });

  it('is nothing where a stick is for every material again', () => {
    const rules = withStick(ruleSetR1, 'ordinary', { material: undefined, stickMm: 3000 });
    expect(Object.keys(rules.sticks.ordinary)).not.toContain('material');
    expect(problemsOf(rules)).toEqual([]);
  });
});
