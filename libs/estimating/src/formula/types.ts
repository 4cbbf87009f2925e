/** What a formula or a name stands for. `metres` is the exponent of metres: 0 a plain number or pieces, 1 m, 2 m². */
export type FormulaType = { kind: 'boolean' } | { kind: 'text' } | { kind: 'quantity'; metres: number };

/** A value of a formula; quantities are doubles in metres, square metres or pieces. */
export type FormulaValue = number | boolean | string;

/** A type with its kind known to be a quantity. */
export type QuantityType = Extract<FormulaType, { kind: 'quantity' }>;

export const NUMBER: QuantityType = { kind: 'quantity', metres: 0 };
export const LENGTH: QuantityType = { kind: 'quantity', metres: 1 };
export const AREA: QuantityType = { kind: 'quantity', metres: 2 };
export const BOOLEAN: FormulaType = { kind: 'boolean' };
export const TEXT: FormulaType = { kind: 'text' };

/** True for two booleans, two texts and two quantities with the same exponent of metres. */
export function sameType(a: FormulaType, b: FormulaType): boolean {
  return a.kind === 'quantity' && b.kind === 'quantity' ? a.metres === b.metres : a.kind === b.kind;
}

/** A type as errors name it: '' for a plain number, 'm', 'm2', 'm-1', 'boolean', 'text'. */
export function typeLabel(type: FormulaType): string {
  if (type.kind !== 'quantity') {
    return type.kind;
  }
  return type.metres === 0 ? '' : type.metres === 1 ? 'm' : `m${type.metres}`;
}
