import { compileRuleSet, parseRuleSet } from '@smet/estimating';
import type { FormulaError, RuleItem, RuleLine, RuleSet, RuleSetProblem } from '@smet/estimating';

/** What may be set on a part of the document; undefined takes it away. */
type Changes<T> = { [K in keyof T]?: T[K] | undefined };

/** The same with other fields; those given as undefined are gone. */
export function patched<T extends object>(target: T, changes: Changes<T>): T {
  const entries = Object.entries({ ...target, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

export function replacedAt<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((one, at) => (at === index ? item : one));
}

export function removedAt<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** One place up (−1) or down (+1); the same where there is no such place. */
export function movedBy<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(index, 1);
  if (one !== undefined) next.splice(Math.max(0, index + by), 0, one);
  return next;
}

/** Every code an item may be. */
export function codesOfItem(item: RuleItem): string[] {
  return item.by === 'code' ? [item.code] : Object.values(item.codes);
}

/** The first key of that kind that is free: "line-7". */
export function freeKey(prefix: string, taken: Iterable<string>, separator = '-'): string {
  const keys = new Set(taken);
  for (let number = 1; ; number++) {
    const key = `${prefix}${separator}${number}`;
    if (!keys.has(key)) return key;
  }
}

/** A line of one item for one piece, at the end. */
export function withNewLine(document: RuleSet, code: string): RuleSet {
  const key = freeKey(
    'line',
    document.lines.map((line) => line.key),
  );
  return { ...document, lines: [...document.lines, { key, item: { by: 'code', code }, quantity: '1' }] };
}

/** Without a line, and without what other lines say of it. */
export function withoutLine(document: RuleSet, index: number): RuleSet {
  const key = document.lines[index]?.key;
  const lines = removedAt(document.lines, index).map((line) => {
    if (!line.replaces?.some((one) => one === key)) return line;
    const replaces = line.replaces.filter((one) => one !== key);
    return patched(line, { replaces: replaces.length > 0 ? replaces : undefined });
  });
  return { ...document, lines };
}

/** The item chosen another way, with the codes it already had wherever they fit. */
export function itemBy(by: RuleItem['by'], item: RuleItem, films: RuleSet['films']): RuleItem {
  const code = codesOfItem(item)[0] ?? '';
  if (by === 'code') return { by, code };
  if (by === 'material') return { by, codes: { pvc: code, textile: code } };
  const canvases = films.flatMap(({ key, rolls }) => rolls.map((roll) => `${key} ${roll}`));
  return { by, codes: Object.fromEntries(canvases.map((canvas) => [canvas, code])) };
}

/** Only given out, or billed as well. What is not billed has to be given out. */
export function setBilled(line: RuleLine, billed: boolean): RuleLine {
  if (!billed)
    return patched(
      { ...line, quantity: null, stock: line.stock ?? { quantity: line.quantity ?? '1' } },
      { rounding: undefined, pack: undefined },
    );
  return { ...line, quantity: line.quantity ?? '1' };
}

/**
 * Everything that keeps rules from being saved. The library looks into formulas only when the rest is sound; whoever
 * writes one wants to know of it all the same.
 */
export function problemsOf(document: RuleSet): readonly RuleSetProblem[] {
  const read = parseRuleSet(document);
  if (read.ok) return [];
  const { problems } = read;
  const knowsFormulas = problems.some(({ code }) => code === 'FORMULA_INVALID');
  return knowsFormulas ? problems : [...problems, ...compileRuleSet(document).problems];
}

/** What is wrong at that place or below it, beside formulas: those say it themselves. */
export function otherProblemsBelow(problems: readonly RuleSetProblem[], path: string): RuleSetProblem[] {
  return problems.filter((problem) => problem.code !== 'FORMULA_INVALID' && isWrongBelow([problem], path));
}

/** The mistake in the formula at that path, as its field shows it; the first one where there are several. */
export function formulaErrorAt(problems: readonly RuleSetProblem[], path: string): FormulaError | null {
  const problem = problems.find((one) => one.code === 'FORMULA_INVALID' && one.path === path);
  if (!problem) return null;
  const { formulaCode, at, length, ...params } = problem.params;
  return { code: formulaCode as FormulaError['code'], at: Number(at), length: Number(length), params };
}

/** Whether anything below that path is wrong. */
export function isWrongBelow(problems: readonly RuleSetProblem[], path: string): boolean {
  return problems.some((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
}

const PART = /^(lines|films|sticks)\.([^.]+)/;

/** The first part with a mistake that can be opened: the key of a line, or what filmPart or stickPart call it. */
export function wrongPartOf(problems: readonly RuleSetProblem[], { lines, films }: RuleSet): string | null {
  for (const { path } of problems) {
    const [, group, name = ''] = PART.exec(path) ?? [];
    if (group === 'sticks') return stickPart(name);
    const key = (group === 'lines' ? lines : group === 'films' ? films : [])[Number(name)]?.key;
    if (key !== undefined) return group === 'lines' ? key : filmPart(key);
  }
  return null;
}

/** No key of a line has a colon. */
export const filmPart = (key: string): string => `film:${key}`;
export const stickPart = (profile: string): string => `stick:${profile}`;

const WORDS: readonly [code: RuleSetProblem['code'], path: RegExp, word: string][] = [
  ['NUMBER_OUT_OF_RANGE', /^films\.\d+\.(tightest|shrink\.\w+\.min)$/, 'SHRINK_ORDER'],
  ['NUMBER_OUT_OF_RANGE', /^sticks\.\w+\.minSpliceMm$/, 'SPLICE_TOO_LONG'],
];

/** The name of the message for a problem: its code, or a word of its own where the place says more. */
export function wordOf({ code, path }: RuleSetProblem): string {
  return WORDS.find(([known, place]) => known === code && place.test(path))?.[2] ?? code;
}
