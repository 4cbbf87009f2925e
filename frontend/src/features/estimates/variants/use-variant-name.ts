'use client';

import { useTranslations } from 'next-intl';
import type { EstimateForm } from '../model/types';

/** What a variant is called; one without a name by its place among them. */
export function useVariantName({ variants }: Pick<EstimateForm, 'variants'>): (variantId: string) => string {
  const t = useTranslations('variants.names');
  return (variantId) => {
    const index = variants.findIndex(({ id }) => id === variantId);
    return variants[index]?.name.trim() || t('numbered', { number: String(index + 1) });
  };
}
