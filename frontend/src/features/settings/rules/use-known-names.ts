'use client';

import { BOOLEAN, compileRuleSet, FUNCTION_NAMES, MEASURES, sameType } from '@smet/estimating';
import type { FormulaType, MeasureName, MeasureUnit, RuleSet } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { KnownName } from './completion';

const FAMILY = /^(profile|corners|sticks|wall)\.([a-z]+)$/;

/** What a measure is called on the screen. */
export function useMeasureTitle(): (name: MeasureName) => string {
  const t = useTranslations('rules');
  return (name) => {
    const [, family, kind] = FAMILY.exec(name) ?? [];
    if (!family || !kind) return t(`measures.${name as 'area'}`);
    return t(`families.${family as 'wall'}`, { kind: t(`kinds.${kind as 'tile'}`) });
  };
}

function unitOf(type: FormulaType | undefined): MeasureUnit | null {
  if (!type || sameType(type, BOOLEAN)) return null;
  if (type.kind !== 'quantity') return 'text';
  return type.metres === 1 ? 'm' : type.metres === 2 ? 'm2' : 'pcs';
}

/** Everything a formula of these rules may use: its own values first, then the measures of a room, then functions. */
export function useKnownNames(document: RuleSet): readonly KnownName[] {
  const t = useTranslations('rules.formula');
  const titleOf = useMeasureTitle();
  const { values } = document;
  const types = compileRuleSet(document).values;
  const unit = (known: MeasureUnit | null) => (known ? t(`units.${known}`) : '');
  return [
    ...values.map(({ key, title }): KnownName => ({
      name: key,
      title,
      unit: unit(unitOf(types.get(key)?.formula.type)),
      kind: 'value',
    })),
    ...MEASURES.map((measure): KnownName => ({
      name: measure.name,
      title: titleOf(measure.name),
      unit: unit(measure.unit),
      kind: 'measure',
    })),
    ...FUNCTION_NAMES.map((name): KnownName => ({
      name,
      title: t(`functions.${name as 'min'}`),
      unit: '',
      kind: 'function',
    })),
  ];
}
