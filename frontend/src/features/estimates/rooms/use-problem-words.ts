'use client';

import { useTranslations } from 'next-intl';
import { formatCentimetres } from '../../../shared/formatting';
import type { FieldProblem } from './field-problems';

/** Parameters that are lengths in millimetres are told in centimetres, as they were typed. */
function inCentimetres(params: FieldProblem['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && /mm$/i.test(name) ? formatCentimetres(value) : value,
    ]),
  );
}

/**
 * What is wrong with a reading, a room or its canvas, in words that name the corners; what the server says of any field is
 * known by its common words.
 */
export function useProblemWords(): (problem: FieldProblem) => string {
  const t = useTranslations('estimates.shape');
  const canvas = useTranslations('plan.canvas.refusals');
  const fields = useTranslations('problems.fields');
  return ({ code, params }) => {
    const values = inCentimetres(params);
    const key = code as 'SHAPE_INVALID';
    const refusal = code as 'CANVAS_TOO_WIDE';
    const field = code as 'INVALID';
    if (t.has(key)) return t(key, values);
    if (canvas.has(refusal)) return canvas(refusal, values);
    return fields.has(field) ? fields(field) : t('SHAPE_INVALID');
  };
}
