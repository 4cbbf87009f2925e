'use client';

import type { Adjustment, ItemKind } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { percentText } from '../model/variant-form';
import type { GridRow } from './grid-rows';

/** What a percentage is taken of, in words. */
export function useBaseWords(): (base: readonly ItemKind[]) => string {
  const t = useTranslations('estimates.money.base');
  return useCallback((base: readonly ItemKind[]) => base.map((kind) => t(kind)).join(', '), [t]);
}

/** A row that is no line by what it is: "Высота, +15 % от работ"; a line by its own name. */
export function useAdjustmentName(): (row: GridRow) => string {
  const t = useTranslations('estimates.money');
  const baseWords = useBaseWords();
  return useCallback(
    (row: GridRow) => {
      if (row.kind === 'line') return row.line.name;
      const { kind, name, percent, base }: Adjustment = row.adjustment;
      if (kind === 'minimum-order' || percent === null) return t('minimumOrderLine');
      const signed = percent.startsWith('-') ? `−${percentText(percent.slice(1))}` : `+${percentText(percent)}`;
      return t('coefficientLine', { name, percent: signed, base: baseWords(base) });
    },
    [t, baseWords],
  );
}
