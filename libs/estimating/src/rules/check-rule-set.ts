import type { JsonSchema } from '../documents/json-schema.js';
import { compileRuleSet } from './compile-rule-set.js';
import type { CompiledRules } from './compile-rule-set.js';
import { replacingCycle } from './replaced-lines.js';
import { ruleSetField } from './rule-set-fields.js';
import type { Film, RuleSet } from './rule-set.js';
import type { RuleSetProblem } from './rule-set-problem.js';
import { holdsForFilm } from './when-of-film.js';

/**
 * JSON Schema of a rule set, for documentation and foreign clients; fit for an OpenAPI 3.0 document too. parseRuleSet
 * knows more: whether formulas can be read, keys are there, and films and sticks make sense.
 */
export const ruleSetSchema: JsonSchema = ruleSetField.schema;

/** More nobody reads; a small document can have half a million. */
const MOST_PROBLEMS = 100;

/**
 * Reads a rule set from outside: structure and bounds of every field, nothing unknown, nothing given twice, every formula
 * and every key in it. Problems name their place and, of a formula, the offset in it; a hundred at most are told. The
 * answer is the input itself. Never throws, takes bounded work.
 */
export function parseRuleSet(
  input: unknown,
): { ok: true; ruleSet: RuleSet } | { ok: false; problems: RuleSetProblem[] } {
  const structural = ruleSetField.check(input, '', { walls: 0, isDraft: false });
  if (structural.length > 0) {
    return { ok: false, problems: structural.slice(0, MOST_PROBLEMS) };
  }
  const ruleSet = input as RuleSet;
  const problems: RuleSetProblem[] = [];
  for (const problem of problemsAmongParts(ruleSet)) {
    problems.push(problem);
    if (problems.length === MOST_PROBLEMS) {
      break;
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ruleSet };
}

/** What parts of a sound structure say of one another, found as far as it is asked for. */
function* problemsAmongParts(ruleSet: RuleSet): Generator<RuleSetProblem, void> {
  const compiled = compileRuleSet(ruleSet);
  yield* ruleSet.films.flatMap((film, index) => filmProblems(film, `films.${index}`));
  yield* stickProblems(ruleSet);
  yield* lineProblems(ruleSet, compiled);
  yield* ruleSet.coefficients.flatMap(({ base }, index) => repeatedKeys(base, `coefficients.${index}.base`));
  yield* compiled.problems;
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

/** A wall longer than a stick is made of two pieces, neither shorter than the shortest; sticks of one item are as long. */
function stickProblems({ sticks }: RuleSet): RuleSetProblem[] {
  const lengths = new Map<string, number>();
  return Object.entries(sticks).flatMap(([profile, { code, stickMm, minSpliceMm }]): RuleSetProblem[] => {
    const path = `sticks.${profile}`;
    const other = lengths.get(code) ?? stickMm;
    lengths.set(code, other);
    return [
      ...(minSpliceMm * 2 <= stickMm ? [] : [outOfRange(`${path}.minSpliceMm`, { max: stickMm / 2 })]),
      ...(other === stickMm
        ? []
        : [{ code: 'STICK_LENGTHS_DIFFER' as const, path: `${path}.stickMm`, params: { key: code } }]),
    ];
  });
}

function* lineProblems(ruleSet: RuleSet, compiled: CompiledRules): Generator<RuleSetProblem, void> {
  const { lines, bundles } = ruleSet;
  const lineKeys = new Set(lines.map(({ key }) => key));
  const bundleKeys = new Set(bundles.map(({ key }) => key));
  for (const [index, { bundle, replaces = [], quantity, stock }] of lines.entries()) {
    const path = `lines.${index}`;
    if (bundle !== undefined && !bundleKeys.has(bundle)) {
      yield unknownKey(`${path}.bundle`, bundle);
    }
    yield* replaces.flatMap((key, at) => (lineKeys.has(key) ? [] : [unknownKey(`${path}.replaces.${at}`, key)]));
    yield* repeatedKeys(replaces, `${path}.replaces`);
    if (quantity === null && replaces.length > 0) {
      yield { code: 'REPLACES_NOTHING', path: `${path}.replaces`, params: {} };
    }
    if (quantity === null && !stock) {
      yield invalid(`${path}.stock`, 'object');
    }
    yield* canvasProblems(compiled, index);
  }
  const cycle = replacingCycle(lines);
  if (cycle) {
    const index = lines.findIndex(({ key }) => key === cycle[0]);
    yield { code: 'REPLACES_CYCLE', path: `lines.${index}.replaces`, params: { cycle: cycle.join(' → ') } };
  }
}

/** An item for every roll of every film the line may be there for. */
function* canvasProblems({ document, lines, values }: CompiledRules, index: number): Generator<RuleSetProblem, void> {
  const { item } = document.lines[index]!;
  if (item.by !== 'canvas') {
    return;
  }
  const when = lines[index]?.when ?? null;
  const path = `lines.${index}.item.codes`;
  for (const { key, rolls } of document.films.filter((film) => holdsForFilm(when, film, values))) {
    for (const canvas of rolls.map((roll) => `${key} ${roll}`)) {
      if (!Object.hasOwn(item.codes, canvas)) {
        yield { code: 'ITEM_MISSING', path, params: { canvas } };
      }
    }
  }
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
