import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shapes } from '../../test-data/builders.js';
import { broken, matches, valuesOf } from '../../test-data/json-schema.js';
import { parseRoomPlan, roomPlanSchema } from '../plan/check-plan.js';
import { parseRuleSet, ruleSetSchema } from '../rules/check-rule-set.js';
import { parseRoomShape } from '../shape/check-shape.js';
import { roomShapeSchema } from '../shape/room-shape-schema.js';
import type { JsonSchema } from './json-schema.js';

/** What a schema cannot say: which corners and sides this room has, and what was given twice. */
const BEYOND_A_SCHEMA = [
  /^DIAGONAL_INVALID diagonalsMm\.\d+$/,
  /^ANGLE_INVALID angles\.\d+\.corner$/,
  /^ARC_INVALID arcs\.\d+\.side$/,
  /^CUTOUT_INVALID cutouts\.\d+\.id$/,
  /^TOO_MANY_DIAGONALS diagonalsMm$/,
  /^RIGHT_ANGLES_ODD_SIDES sidesMm$/,
  /^REFLEX_CORNERS_INVALID reflexCorners$/,
  /^SIDE_INVALID (sides\.\d+\.side|canvas\.direction\.wall)$/,
  /^OBJECT_INVALID objects\.\d+\.id$/,
  /^DUPLICATE /,
  /^KEY_UNKNOWN lines\.\d+\.(bundle|replaces\.\d+)$/,
  /^(FORMULA_INVALID|ITEM_MISSING|REPLACES_CYCLE|REPLACES_NOTHING|STICK_LENGTHS_DIFFER) /,
  /^NUMBER_OUT_OF_RANGE (films\.\d+\.(tightest|shrink\.\w+\.min)|sticks\.\w+\.minSpliceMm)$/,
  /^DECIMAL_INVALID films\.\d+\.rolls\.\d+$/,
  /^RULES_INVALID lines\.\d+\.stock$/,
];

const plan = (input: unknown) => parseRoomPlan(input, { walls: 60 });

type Parsed = ReturnType<typeof parseRoomShape | typeof plan | typeof parseRuleSet>;

function problemsOf(result: Parsed): string[] {
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

/** The problems of a document that its schema could have told. */
function plainProblems(result: Parsed): string[] {
  return problemsOf(result).filter((problem) => !BEYOND_A_SCHEMA.some((rule) => rule.test(problem)));
}

describe.each([
  ['room shape', roomShapeSchema, parseRoomShape],
  ['room plan', roomPlanSchema, plan],
  ['rule set', ruleSetSchema, parseRuleSet],
] as const)('the schema and the checks of a %s', (_, schema: JsonSchema, parse) => {
  it('take the same documents', () => {
    fc.assert(
      fc.property(valuesOf(schema), (document) => {
        expect(matches(schema, document)).toBe(true);
        expect(plainProblems(parse(document))).toEqual([]);
      }),
    );
  });

  it('refuse the same documents', () => {
    const intruder = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, '', 'column', 0, -1, 0.05, 9.9, 100_000.1, 1e9, [], {}, Number.NaN),
      fc.integer({ min: -100_000, max: 20_000_000 }).map((hundredths) => hundredths / 100),
      fc.string({ unit: 'binary' }),
      fc.string({ minLength: 30, maxLength: 400 }),
      fc.array(fc.integer({ min: 10, max: 20 }), { maxLength: 250 }),
    );
    const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(valuesOf(schema), path, intruder, (document, where, what) => {
        const changed = broken(document, where, what);
        const problems = matches(schema, changed) ? plainProblems(parse(changed)) : problemsOf(parse(changed));
        expect(problems.length === 0).toBe(matches(schema, changed));
      }),
      { numRuns: 1000 },
    );
  });

  it('use the words that OpenAPI 3.0 knows too', () => {
    const words = new Set<string>();
    const read = (part: JsonSchema): void => {
      Object.keys(part).forEach((word) => words.add(word));
      [part.items, ...(part.oneOf ?? []), ...Object.values(part.properties ?? {})].forEach(
        (inner) => inner && read(inner),
      );
    };
    read(schema);
    expect([...words].filter((word) => /^(const|\$.*|exclusiveM.*|prefixItems|unevaluated.*)$/.test(word))).toEqual([]);
  });
});

it('the acceptance rooms fit the schema', () => {
  expect(Object.values(shapes).filter((shape) => !matches(roomShapeSchema, shape))).toEqual([]);
});
