'use client';

import { useTranslations } from 'next-intl';
import { ApiProblem, Unreachable } from '../../shared/api/problems';
import { problemKey } from '../../shared/i18n/problem-key';

/** A problem in the words of a client, who has neither roles nor request ids. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('proposal.errors');
  return (error) => {
    if (error instanceof Unreachable) return t('unreachable');
    if (!(error instanceof ApiProblem)) return t('unexpected');
    const key = `codes.${problemKey(error.code)}` as 'codes.PROPOSAL_CODE_WRONG';
    const left = Number(error.invalidParams[0]?.params?.left ?? 0);
    return t.has(key) ? t(key, { left }) : t('unexpected');
  };
}
