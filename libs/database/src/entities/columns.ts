// The decorators of the entities write the types of columns through it.
import 'reflect-metadata';
import {
  Column,
  CreateDateColumn,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
  type ValueTransformer,
} from 'typeorm';

/** `pg` hands bigint over as text; amounts and foreign ids of ours fit a safe integer, anything else is a defect. */
const safeInteger: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | number | null | undefined) => {
    if (value === null || value === undefined) return value;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`bigint ${value} does not fit a safe integer`);
    return number;
  },
};

interface Nullable {
  nullable?: boolean;
}

/** UUIDv7 made by the application, see `newId`. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn('uuid');
export const UuidColumn = (options: Nullable = {}): PropertyDecorator => Column('uuid', options);
export const TextColumn = (options: Nullable & { default?: string } = {}): PropertyDecorator => Column('text', options);
export const IntegerColumn = (options: Nullable & { default?: number } = {}): PropertyDecorator =>
  Column('integer', options);
/** A 64-bit integer read as a safe JavaScript number: money in minor units, ids of external systems. */
export const BigIntColumn = (options: Nullable & { default?: number } = {}): PropertyDecorator =>
  Column('bigint', { ...options, transformer: safeInteger });
/** An exact decimal, numeric(14,4), a string in code. */
export const QuantityColumn = (options: Nullable = {}): PropertyDecorator =>
  Column('numeric', { precision: 14, scale: 4, ...options });
/** An exact decimal of a setting, a string in code. TypeORM quotes a default with a fraction unless it is an expression. */
export const SettingColumn = (options: { precision: number; scale: number; default: number }): PropertyDecorator =>
  Column('numeric', {
    ...options,
    default: Number.isInteger(options.default) ? options.default : () => String(options.default),
  });
export const TimeColumn = (options: Nullable = {}): PropertyDecorator => Column('timestamptz', options);
export const JsonColumn = (options: Nullable = {}): PropertyDecorator => Column('jsonb', options);
export const CreatedAtColumn = (): PropertyDecorator => CreateDateColumn({ type: 'timestamptz' });
/** Set by TypeORM's update builder; raw SQL sets it itself. */
export const UpdatedAtColumn = (): PropertyDecorator => UpdateDateColumn({ type: 'timestamptz' });
/** Optimistic lock: `UPDATE … WHERE id AND version`, raised by TypeORM's update builder; raw SQL raises it itself. */
export const LockColumn = (): PropertyDecorator => VersionColumn({ default: 1 });

/** The text of a CHECK that stands for an enum: text with a check stays leakproof under row-level security. */
export function oneOf(column: string, values: readonly string[]): string {
  return `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;
}
