'use client';

import { useTranslations } from 'next-intl';
import type { FormulaWords } from './formula-words';
import { useWhyFacts } from './why-facts';

/** Names of measures in formulas are those of the rules; the firm's own values have the title it gave them. */
export function useMeasureWords(): FormulaWords {
  const t = useTranslations('estimates.why');
  const { ruleSet } = useWhyFacts();
  const lookUp = (path: 'measures' | 'functions' | 'formulaUnits' | 'keywords', key: string): string => {
    const place = `${path}.${key}` as 'measures.area';
    return t.has(place) ? t(place) : key;
  };
  return {
    // A family has the same name as the measure of them all together.
    name: (name) =>
      ruleSet.values.find(({ key }) => key === name)?.title ??
      lookUp('measures', name === 'corners' ? 'corners_all' : name),
    function: (name) => lookUp('functions', name),
    unit: (unit) => (unit === '%' ? unit : lookUp('formulaUnits', unit)),
    word: (keyword) => lookUp('keywords', keyword),
  };
}
