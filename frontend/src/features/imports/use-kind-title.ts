'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What a kind of import is called. */
export function useKindTitle(): (kind: string) => string {
  const t = useTranslations('imports.kinds');
  return useCallback((kind) => (t.has(kind as 'items') ? t(kind as 'items') : kind), [t]);
}
