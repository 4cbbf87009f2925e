import type { JsonSchema } from '../documents/json-schema.js';
import { compileRuleSet } from './compile-rule-set.js';
import type { CompiledLine } from './compile-rule-set.js';
import { replacingCycle } from './replaced-lines.js';
import { ruleSetField } from './rule-set-fields.js';
import type { Film, RuleLine, RuleSet } from './rule-set.js';
import type { RuleSetProblem } from './rule-set-problem.js';
import { holdsForFilm } from './when-of-film.js';

/**
 * JSON Schema of a rule set, for documentation and foreign clients; fit for an OpenAPI 3.0 document too. parseRuleSet
 * knows more: whether formulas can be read, keys are there, and films and sticks make sense.
 */
export const ruleSetSchema: JsonSchema = ruleSetField.schema;

/**
 * Reads a rule set from outside: structure and bounds of every field, nothing unknown, nothing given twice, every formula
 * and every key in it. Problems name their place and, of a formula, the offset in it. The answer is the input itself.
 * Never throws, takes bounded work.
 */
export function parseRuleSet(
  input: unknown,
): { ok: true; ruleSet: RuleSet } | { ok: false; problems: RuleSetProblem[] } {
  const structural = ruleSetField.check(input, '', { walls: 0, isDraft: false });
  if (structural.length > 0) {
    return { ok: false, problems: structural };
  }
  const ruleSet = input as RuleSet;
  const compiled = compileRuleSet(ruleSet);
  const problems = [
    ...ruleSet.films.flatMap((film, index) => filmProblems(film, `films.${index}`)),
    ...stickProblems(ruleSet),
    ...lineProblems(ruleSet, compiled.lines),
    ...ruleSet.coefficients.flatMap(({ base }, index) => repeatedKeys(base, `coefficients.${index}.base`)),
    ...compiled.problems,
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ruleSet };
}

/** Each limit of a film at most as tight as the one before, rolls from the narrowest on. */
function filmProblems({ shrink, tightest, rolls }: Film, path: string): RuleSetProblem[] {
  const looser = (['along', 'across'] as const).flatMap((direction): RuleSetProblem[] => {
    const { min, default: usual } = shrink[direction];
    return min <= usual ? [] : [outOfRange(`${path}.shrink.${direction}.min`, { max: usual })];
  });
  const widths = rolls.map(Number);
  return [
    ...looser,
    ...(tightest <= shrink.across.min ? [] : [outOfRange(`${path}.tightest`, { max: shrink.across.min })]),
    ...widths.flatMap((width, index): RuleSetProblem[] =>
      index > 0 && width <= widths[index - 1]!
        ? [{ code: 'DECIMAL_INVALID', path: `${path}.rolls.${index}`, params: { above: rolls[index - 1]! } }]
        : [],
    ),
  ];
}

/** A wall longer than a stick is made of two pieces, neither shorter than the shortest. */
function stickProblems({ sticks }: RuleSet): RuleSetProblem[] {
  return Object.entries(sticks).flatMap(([profile, { stickMm, minSpliceMm }]) =>
    minSpliceMm * 2 <= stickMm ? [] : [outOfRange(`sticks.${profile}.minSpliceMm`, { max: stickMm / 2 })],
  );
}

function lineProblems(ruleSet: RuleSet, compiled: readonly (CompiledLine | null)[]): RuleSetProblem[] {
  const { lines, bundles, films } = ruleSet;
  const lineKeys = new Set(lines.map(({ key }) => key));
  const bundleKeys = new Set(bundles.map(({ key }) => key));
  const cycle = replacingCycle(lines);
  const ofLines = lines.flatMap((line, index) => {
    const path = `lines.${index}`;
    const { bundle, replaces = [], quantity, stock } = line;
    return [
      ...(bundle === undefined || bundleKeys.has(bundle) ? [] : [unknownKey(`${path}.bundle`, bundle)]),
      ...replaces.flatMap((key, at) => (lineKeys.has(key) ? [] : [unknownKey(`${path}.replaces.${at}`, key)])),
      ...repeatedKeys(replaces, `${path}.replaces`),
      ...(quantity === null && !stock ? [invalid(`${path}.stock`, 'object')] : []),
      ...canvasProblems(line, path, { films, when: compiled[index]?.when ?? null }),
    ];
  });
  if (!cycle) {
    return ofLines;
  }
  const index = lines.findIndex(({ key }) => key === cycle[0]);
  const path = `lines.${index}.replaces`;
  return [...ofLines, { code: 'REPLACES_CYCLE', path, params: { cycle: cycle.join(' → ') } }];
}

/** An item for every roll of every film the line may be there for. */
function canvasProblems(
  { item }: RuleLine,
  path: string,
  { films, when }: { films: readonly Film[]; when: CompiledLine['when'] },
): RuleSetProblem[] {
  if (item.by !== 'canvas') {
    return [];
  }
  const canvases = films.flatMap((film) =>
    holdsForFilm(when, film) ? film.rolls.map((roll) => `${film.key} ${roll}`) : [],
  );
  return canvases
    .filter((canvas) => !Object.hasOwn(item.codes, canvas))
    .map((canvas) => ({ code: 'ITEM_MISSING', path: `${path}.item.codes`, params: { canvas } }));
}

function repeatedKeys(keys: readonly string[], path: string): RuleSetProblem[] {
  return keys.flatMap((key, index): RuleSetProblem[] =>
    keys.indexOf(key) < index ? [{ code: 'DUPLICATE', path: `${path}.${index}`, params: { key } }] : [],
  );
}

function unknownKey(path: string, key: string): RuleSetProblem {
  return { code: 'KEY_UNKNOWN', path, params: { key } };
}

function outOfRange(path: string, params: RuleSetProblem['params']): RuleSetProblem {
  return { code: 'NUMBER_OUT_OF_RANGE', path, params };
}

function invalid(path: string, expected: string): RuleSetProblem {
  return { code: 'RULES_INVALID', path, params: { expected } };
}
