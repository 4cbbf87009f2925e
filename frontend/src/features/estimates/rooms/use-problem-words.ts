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

/** What is wrong with a length or a room, in words that name the corners. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const t = useTranslations('estimates.shape');
  return ({ code, params }) => {
    const values = inCentimetres(params);
    const key = code as 'SHAPE_INVALID';
    return t.has(key) ? t(key, values) : t('SHAPE_INVALID');
  };
}
