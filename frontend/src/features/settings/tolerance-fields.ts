import type { MeasurementTolerances } from '@smet/api-client';
import { parseDecimal } from '@smet/money';

export type ToleranceField = keyof MeasurementTolerances;
export type ToleranceTexts = Record<ToleranceField, string>;

/** What is wrong with a figure, in words of the form's messages. */
export type ToleranceError = 'notNumber' | 'aboveBlock';

/** Lengths are typed in centimetres and kept in millimetres with one digit; percent has two digits. */
const BOUNDS: Record<ToleranceField, { max: number; perUnit: number }> = {
  warnMm: { max: 100, perUnit: 10 },
  warnPercent: { max: 100, perUnit: 1 },
  blockMm: { max: 100, perUnit: 10 },
  blockPercent: { max: 100, perUnit: 1 },
};

const PAIRS = [
  ['warnMm', 'blockMm'],
  ['warnPercent', 'blockPercent'],
] as const;

export function toTexts(tolerances: MeasurementTolerances): ToleranceTexts {
  const text = (field: ToleranceField) => String(tolerances[field] / BOUNDS[field].perUnit).replace('.', ',');
  return {
    warnMm: text('warnMm'),
    warnPercent: text('warnPercent'),
    blockMm: text('blockMm'),
    blockPercent: text('blockPercent'),
  };
}

/** The figures of the form, or what is wrong with each field. A warning later than the refusal would never be seen. */
export function readTolerances(
  texts: ToleranceTexts,
):
  | { ok: true; tolerances: MeasurementTolerances }
  | { ok: false; errors: Partial<Record<ToleranceField, ToleranceError>> } {
  const read = (field: ToleranceField): number => {
    const value = parseDecimal(texts[field], { max: BOUNDS[field].max, scale: 2 });
    // The product is a length of at most one digit after the point, or a percentage as it was typed.
    return value === null ? NaN : Math.round(Number(value) * BOUNDS[field].perUnit * 100) / 100;
  };
  const tolerances = {
    warnMm: read('warnMm'),
    warnPercent: read('warnPercent'),
    blockMm: read('blockMm'),
    blockPercent: read('blockPercent'),
  };
  const errors: Partial<Record<ToleranceField, ToleranceError>> = {};
  for (const field of Object.keys(tolerances) as ToleranceField[]) {
    if (!(tolerances[field] > 0)) errors[field] = 'notNumber';
  }
  for (const [warn, block] of PAIRS) {
    if (tolerances[warn] > tolerances[block]) errors[warn] = 'aboveBlock';
  }
  return Object.keys(errors).length === 0 ? { ok: true, tolerances } : { ok: false, errors };
}
