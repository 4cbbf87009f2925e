import type { JsonSchema } from './json-schema.js';

/** A problem named at its field: `path` is relative to the document, steps joined by points, empty for all of it. */
export interface DocumentProblem<Code extends string> {
  code: Code;
  path: string;
  params: Record<string, string | number>;
}

/** What a check has to know beside the value: walls of the room, and whether a person is still typing. */
export interface Situation {
  walls: number;
  /** Lengths in a draft need not keep to their step. */
  isDraft: boolean;
}

/**
 * One field of a document: what it must be, said once for both readers. `schema` tells it to foreign clients, `check`
 * finds and names what is wrong; a check may know more than a schema can say (indexes of this room, doubles), never less.
 */
export interface Field<Code extends string> {
  readonly schema: JsonSchema;
  readonly isOptional?: boolean;
  check(value: unknown, path: string, situation: Situation): DocumentProblem<Code>[];
}

/** A rule over an object or a list whose parts were checked one by one already. */
export type Rule<Value, Code extends string> = (
  value: Value,
  path: string,
  situation: Situation,
) => DocumentProblem<Code>[];

export type Fields = Record<string, unknown>;

/** The same field where it may be absent. */
export function optional<Code extends string>(field: Field<Code>): Field<Code> {
  return {
    schema: field.schema,
    isOptional: true,
    check: (value, path, situation) => (value === undefined ? [] : field.check(value, path, situation)),
  };
}

/** The same field where it may be null. */
export function nullable<Code extends string>(field: Field<Code>): Field<Code> {
  return {
    schema: { oneOf: [field.schema, { enum: [null] }] },
    check: (value, path, situation) => (value === null ? [] : field.check(value, path, situation)),
  };
}

/** The same field with a sentence for the readers of the schema. */
export function described<Code extends string>(field: Field<Code>, description: string): Field<Code> {
  return { ...field, schema: { ...field.schema, description } };
}

/** A problem at every entry whose `key` an earlier entry of the list has already. */
export function repeated<Code extends string>(
  key: string,
  problem: { code: Code; params?: (situation: Situation) => Record<string, string | number> },
): Rule<unknown[], Code> {
  return (entries, path, situation) => {
    const keys = entries.map((entry) => (isObject(entry) ? entry[key] : undefined));
    return keys.flatMap((value, index) =>
      value !== undefined && keys.indexOf(value) < index
        ? [{ code: problem.code, path: `${path}.${index}.${key}`, params: problem.params?.(situation) ?? {} }]
        : [],
    );
  };
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isIndex(value: unknown, count: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;
}
