'use client';

import type { Import } from '@smet/api-client';
import { useFormatter, useTranslations } from 'next-intl';

const SHOWN = ['new', 'changed', 'faulty', 'kept'] as const;

/** How many rows of which sort, those there are none of left out. */
export function ImportCounts({ counts }: { counts: Import['counts'] }) {
  const t = useTranslations('imports.counts');
  const format = useFormatter();
  const parts = SHOWN.filter((name) => counts[name] > 0).map((name) => t(name, { count: format.number(counts[name]) }));
  return <>{parts.length === 0 ? t('none') : parts.join(' · ')}</>;
}
