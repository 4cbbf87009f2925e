'use client';

import type { FormulaError } from '@smet/estimating';
import { useTranslations } from 'next-intl';

const TYPES = { '': 'number', m: 'length', m2: 'area', boolean: 'boolean', text: 'text' } as const;
const EXPECTED = { value: 'value', operator: 'operator', ')': 'bracket' } as const;

/** The name of the message and its parameters; what decides between two wordings is in the parameters of the error. */
function wordingOf({ code, params }: Pick<FormulaError, 'code' | 'params'>): string {
  if (code === 'NOT_ENGLISH_LETTER' && params.latin !== undefined) return 'LATIN_TWIN';
  if ((code === 'UNKNOWN_NAME' || code === 'UNKNOWN_FUNCTION') && params.nearest !== undefined)
    return `${code}_NEAREST`;
  if (code === 'TOO_LONG' && params.characters === undefined) return 'TOO_MANY_PARTS';
  if (code === 'WRONG_ARGUMENT_COUNT' && params.most === undefined) return 'TOO_FEW_ARGUMENTS';
  return code;
}

/** Says in words what is wrong with a formula; where it is, the field shows. */
export function useFormulaWords(): (error: Pick<FormulaError, 'code' | 'params'>) => string {
  const t = useTranslations('rules.formula');
  const typeName = (label: string | number) => {
    const known = label in TYPES ? TYPES[label as keyof typeof TYPES] : null;
    return known ? t(`types.${known}`) : String(label);
  };
  const words = (params: FormulaError['params']) => {
    const { left, right, expected } = params;
    return {
      ...params,
      ...(left !== undefined && { left: typeName(left) }),
      ...(right !== undefined && { right: typeName(right) }),
      ...(expected !== undefined && { expected: t(`expected.${EXPECTED[expected as keyof typeof EXPECTED]}`) }),
    };
  };
  return (error) => t(`errors.${wordingOf(error) as 'EMPTY'}`, words(error.params));
}
