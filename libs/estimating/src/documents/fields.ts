import { isIndex, isObject } from './field.js';
import type { DocumentProblem, Field, Fields, Rule } from './field.js';

interface NumberOptions<Code> {
  min: number;
  max: number;
  step: number;
  /** Ends the names of the parameters: "Mm" makes minMm, maxMm and stepMm, nothing makes min, max and step. */
  unit: 'Mm' | 'Deg' | '';
  code: Code;
  /** Of a reading that may be null while it is not typed yet. */
  missing?: Code;
}

interface ListOptions<Code extends string> {
  item: Field<Code>;
  min?: number;
  max: number;
  /** The document's `invalid` when absent. */
  tooFew?: Code;
  tooMany?: Code;
  rule?: Rule<unknown[], Code>;
}

interface RecordOptions<Code extends string> {
  value: Field<Code>;
  max: number;
  maxKeyChars: number;
  tooMany: Code;
}

interface ObjectOptions<Code extends string> {
  title?: string;
  description?: string;
  fields: Record<string, Field<Code>>;
  rule?: Rule<Fields, Code>;
}

/** Unknown fields beyond this many are not listed one by one. */
const MAX_UNKNOWN = 200;
const MAX_KEY_CHARS = 60;

/** Builds the fields of one kind of document; `invalid` names a value that is not even of the right type. */
export class DocumentFields<Code extends string> {
  constructor(private readonly codes: { invalid: Code; unknown: Code }) {}

  /** A number within bounds, in whole steps unless it is a draft. */
  number({ min, max, step, unit, code, missing }: NumberOptions<Code>): Field<Code> {
    const bounds = { [`min${unit}`]: min, [`max${unit}`]: max };
    const perUnit = Math.round(1 / step);
    return {
      schema: { type: 'number', minimum: min, maximum: max, multipleOf: step },
      check: (value, path, { isDraft }) => {
        if (missing !== undefined && (value === null || value === undefined)) {
          return [{ code: missing, path, params: {} }];
        }
        if (typeof value !== 'number' || !(value >= min && value <= max)) {
          return [{ code, path, params: bounds }];
        }
        const isInSteps = isDraft || Math.round(value * perUnit) / perUnit === value;
        return isInSteps ? [] : [{ code, path, params: { ...bounds, [`step${unit}`]: step } }];
      },
    };
  }

  /** One of a few values. */
  choice(values: readonly (string | number)[], code: Code = this.codes.invalid): Field<Code> {
    const type = values.every((value) => typeof value === 'number') ? 'integer' : 'string';
    return {
      schema: { type, enum: [...values] },
      check: (value, path) =>
        values.includes(value as string) ? [] : [{ code, path, params: { expected: values.join(', ') } }],
    };
  }

  flag(): Field<Code> {
    const { invalid } = this.codes;
    return {
      schema: { type: 'boolean' },
      check: (value, path) =>
        typeof value === 'boolean' ? [] : [{ code: invalid, path, params: { expected: 'boolean' } }],
    };
  }

  /** A text of 1 to `max` characters that fits a pattern (of ECMA 262, read as Unicode). */
  text({ max, pattern, code }: { max: number; pattern: string; code: Code }): Field<Code> {
    const expression = new RegExp(pattern, 'u');
    return {
      schema: { type: 'string', minLength: 1, maxLength: max, pattern },
      check: (value, path) => {
        // Characters as JSON Schema counts them; the first comparison keeps absurd texts from being taken apart.
        const fits =
          typeof value === 'string' &&
          value.length > 0 &&
          value.length <= 2 * max &&
          Array.from(value).length <= max &&
          expression.test(value);
        return fits ? [] : [{ code, path, params: { max } }];
      },
    };
  }

  /** The index of a wall or a corner of this room. */
  index(code: Code, maxWalls: number): Field<Code> {
    return {
      schema: { type: 'integer', minimum: 0, maximum: maxWalls - 1 },
      check: (value, path, { walls }) => (isIndex(value, walls) ? [] : [{ code, path, params: { sides: walls } }]),
    };
  }

  list({ item, min = 0, max, tooFew, tooMany, rule }: ListOptions<Code>): Field<Code> {
    const { invalid } = this.codes;
    return {
      schema: { type: 'array', ...(min > 0 && { minItems: min }), maxItems: max, items: item.schema },
      check: (value, path, situation) => {
        if (!Array.isArray(value) || (min === max && value.length !== max)) {
          return [{ code: invalid, path, params: { expected: min === max ? max : 'array' } }];
        }
        const count = value.length;
        if (count > max) {
          return [{ code: tooMany ?? invalid, path, params: { max, count } }];
        }
        return [
          ...Array.from(value, (entry: unknown, index) => item.check(entry, `${path}.${index}`, situation)).flat(),
          ...(count < min ? [{ code: tooFew ?? invalid, path, params: { min, count } }] : []),
          ...(rule?.(value, path, situation) ?? []),
        ];
      },
    };
  }

  /** Exactly these fields; the optional ones may be absent. */
  object({ title, description, fields, rule }: ObjectOptions<Code>): Field<Code> {
    const entries = Object.entries(fields);
    const required = entries.flatMap(([name, { isOptional }]) => (isOptional ? [] : [name]));
    return {
      schema: {
        ...(title !== undefined && { title }),
        ...(description !== undefined && { description }),
        type: 'object',
        additionalProperties: false,
        required,
        properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
      },
      check: (value, path, situation) => {
        if (!isObject(value)) {
          return [{ code: this.codes.invalid, path, params: { expected: 'object' } }];
        }
        return [
          ...this.unknownFields(value, fields, path),
          ...entries.flatMap(([name, field]) => field.check(value[name], join(path, name), situation)),
          ...(rule?.(value, path, situation) ?? []),
        ];
      },
    };
  }

  /** A value for each of names that are not known beforehand. */
  record({ value: entry, max, maxKeyChars, tooMany }: RecordOptions<Code>): Field<Code> {
    const { invalid } = this.codes;
    return {
      schema: { type: 'object', additionalProperties: entry.schema, maxProperties: max },
      check: (value, path, situation) => {
        if (!isObject(value)) {
          return [{ code: invalid, path, params: { expected: 'object' } }];
        }
        const entries = Object.entries(value);
        if (entries.length > max) {
          return [{ code: tooMany, path, params: { max, count: entries.length } }];
        }
        return entries.flatMap(([name, part]) => entry.check(part, join(path, name.slice(0, maxKeyChars)), situation));
      },
    };
  }

  /** Objects of several kinds, told apart by `choose`: the key of a variant, or undefined when it is none of them. */
  variants(
    title: string,
    variants: Readonly<Record<string, Field<Code>>>,
    choose: { field: string; by: (value: Fields) => unknown },
  ): Field<Code> {
    const keys = Object.keys(variants);
    return {
      schema: { title, oneOf: Object.values(variants).map(({ schema }) => schema) },
      check: (value, path, situation) => {
        if (!isObject(value)) {
          return [{ code: this.codes.invalid, path, params: { expected: 'object' } }];
        }
        const key = choose.by(value);
        if (typeof key !== 'string' || !Object.hasOwn(variants, key)) {
          return [{ code: this.codes.invalid, path: join(path, choose.field), params: { expected: keys.join(', ') } }];
        }
        return variants[key]!.check(value, path, situation);
      },
    };
  }

  private unknownFields(input: Fields, known: Fields, path: string): DocumentProblem<Code>[] {
    return Object.keys(input)
      .filter((key) => !Object.hasOwn(known, key))
      .slice(0, MAX_UNKNOWN)
      .map((key) => ({ code: this.codes.unknown, path: join(path, key.slice(0, MAX_KEY_CHARS)), params: {} }));
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
