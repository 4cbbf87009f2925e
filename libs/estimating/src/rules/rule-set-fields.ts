import { nullable, optional, repeated } from '../documents/field.js';
import type { Field } from '../documents/field.js';
import { DocumentFields } from '../documents/fields.js';
import { ITEM_KINDS } from '../estimate/estimate-draft.js';
import { FORMULA_LIMITS } from '../formula/index.js';
import { RULE_LIMITS } from '../shape/limits.js';
import { STICK_PROFILES } from './measures.js';
import { ROUNDING_MODES } from './rule-set.js';
import type { RuleSetProblemCode } from './rule-set-problem.js';

type RuleField = Field<RuleSetProblemCode>;

const kit = new DocumentFields<RuleSetProblemCode>({ invalid: 'RULES_INVALID', unknown: 'UNKNOWN_FIELD' });
const LIMITS = RULE_LIMITS;

/** "canvas-mounting": names lines in overrides and in stored estimates. */
const KEY_PATTERN = '^[A-Za-z0-9_-]+$';
/** "led_length": a name of formulas, and not the one stock formulas have for what is billed. */
const VALUE_PATTERN = '^(?!quantity$)[a-z][a-z0-9_]*$';
/** Not blank, and nothing a printed form or a database cannot hold. */
const TITLE_PATTERN = '^[^\\p{Cc}\\p{Cs}]*[^\\s\\p{Cc}\\p{Cs}][^\\p{Cc}\\p{Cs}]*$';
/** Formulas may run over several lines; what they mean is checked when they are compiled. */
const FORMULA_PATTERN = '^[^\\u0000\\p{Cs}]*$';
/** Above zero, at most four digits after the point. */
const DECIMAL_PATTERN = `^(?!0+(\\.0+)?$)(0|[1-9][0-9]{0,${LIMITS.maxDecimalDigits - 1}})(\\.[0-9]{1,4})?$`;

const text = (max: number, pattern: string) => kit.text({ max, pattern, code: 'TEXT_INVALID' });
const key = text(LIMITS.maxKeyChars, KEY_PATTERN);
const title = text(LIMITS.maxTitleChars, TITLE_PATTERN);
const code = text(LIMITS.maxCodeChars, TITLE_PATTERN);
const formula = text(FORMULA_LIMITS.characters, FORMULA_PATTERN);
const decimal = kit.text({ max: LIMITS.maxDecimalDigits + 5, pattern: DECIMAL_PATTERN, code: 'DECIMAL_INVALID' });
const number = (min: number, max: number, step: number) =>
  kit.number({ min, max, step, unit: '', code: 'NUMBER_OUT_OF_RANGE' });
const list = (item: RuleField, max: number, min = 0) => kit.list({ item, min, max, tooMany: 'TOO_MANY' });
const listByKey = (item: RuleField, max: number, min = 0) =>
  kit.list({ item, min, max, tooMany: 'TOO_MANY', rule: repeated('key', { code: 'DUPLICATE' }) });

const shrinkRange = kit.object({ fields: { default: number(0.5, 1, 0.001), min: number(0.5, 1, 0.001) } });

const film = kit.object({
  title: 'Film',
  fields: {
    key,
    title,
    material: kit.choice(['pvc', 'textile']),
    shrink: kit.object({ fields: { along: shrinkRange, across: shrinkRange } }),
    tightest: number(0.5, 1, 0.001),
    allowanceM: number(0, 1, 0.001),
    rolls: list(decimal, LIMITS.maxRolls, 1),
    onePiece: kit.flag(),
    rotation: kit.choice(['any', 'walls', 'chosen']),
  },
});

const stick = kit.object({
  title: 'StickRule',
  fields: {
    code,
    material: optional(kit.choice(['pvc', 'textile'])),
    stickMm: number(100, LIMITS.maxStickMm, 0.1),
    minSpliceMm: number(0, LIMITS.maxStickMm, 0.1),
    spliceable: kit.flag(),
    kerfMm: number(0, 100, 0.1),
  },
});

const item = kit.variants(
  'RuleItem',
  {
    code: kit.object({ fields: { by: kit.choice(['code']), code } }),
    canvas: kit.object({
      fields: {
        by: kit.choice(['canvas']),
        codes: kit.record({
          value: code,
          max: LIMITS.maxFilms * LIMITS.maxRolls,
          maxKeyChars: LIMITS.maxKeyChars,
          tooMany: 'TOO_MANY',
        }),
      },
    }),
    material: kit.object({
      fields: { by: kit.choice(['material']), codes: kit.object({ fields: { pvc: code, textile: code } }) },
    }),
  },
  { field: 'by', by: ({ by }) => by },
);

const rounding = kit.object({ title: 'Rounding', fields: { mode: kit.choice(ROUNDING_MODES), step: decimal } });

const line = kit.object({
  title: 'RuleLine',
  fields: {
    key,
    item,
    quantity: nullable(formula),
    when: optional(formula),
    bundle: optional(key),
    rounding: optional(rounding),
    pack: optional(decimal),
    replaces: optional(list(key, LIMITS.maxReplaces)),
    stock: optional(
      kit.object({
        title: 'RuleStock',
        fields: {
          quantity: formula,
          rounding: optional(rounding),
          pack: optional(decimal),
          code: optional(code),
        },
      }),
    ),
  },
});

const coefficient = kit.object({
  title: 'RuleCoefficient',
  fields: {
    key,
    title,
    percent: formula,
    when: optional(formula),
    base: list(kit.choice(ITEM_KINDS), ITEM_KINDS.length, 1),
  },
});

/** A rule set as a whole, but for what its parts say of one another. */
export const ruleSetField: RuleField = kit.object({
  title: 'RuleSet',
  description:
    'How the rooms of an estimate become lines. Formulas use measures of the room and the values named here; lines are in the order an estimate shows them.',
  fields: {
    schemaVersion: kit.choice([1]),
    id: key,
    version: number(1, 1_000_000_000, 1),
    title,
    steps: kit.object({ fields: { areaM2: decimal, lengthM: decimal } }),
    corners: kit.object({ fields: { straightBelowDeg: number(0, 45, 0.1), free: number(0, 100, 1) } }),
    curves: kit.object({
      fields: { maxChordM: number(0, 10, 0.001), maxTurnDeg: number(0, 90, 0.1), minChords: number(2, 100, 1) },
    }),
    films: listByKey(film, LIMITS.maxFilms, 1),
    sticks: kit.object({ fields: Object.fromEntries(STICK_PROFILES.map((profile) => [profile, stick])) }),
    values: listByKey(
      kit.object({
        title: 'RuleValue',
        fields: { key: text(LIMITS.maxKeyChars, VALUE_PATTERN), title, formula },
      }),
      LIMITS.maxValues,
    ),
    bundles: listByKey(kit.object({ title: 'RuleBundle', fields: { key, title, count: formula } }), LIMITS.maxBundles),
    lines: listByKey(line, LIMITS.maxLines),
    coefficients: listByKey(coefficient, LIMITS.maxCoefficients),
  },
});
