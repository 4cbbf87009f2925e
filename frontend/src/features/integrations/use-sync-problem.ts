'use client';

import { useTranslations } from 'next-intl';
import { problemKey } from '../../shared/i18n/problem-key';

/** Why an exchange did not succeed, in words; a code we have no words for is still answered honestly. */
export function useSyncProblem(): (code: string) => string {
  const t = useTranslations('problems');
  return (code) => {
    const key = `sync.${problemKey(code)}` as 'sync.UNKNOWN';
    return t(t.has(key) ? key : 'sync.UNKNOWN');
  };
}
