'use client';

import { useTranslations } from 'next-intl';
import type { ProblemView } from '../api/problems';
import { problemKey } from '../i18n/problem-key';

const SERVER_ERROR = 500;

export interface ProblemText {
  title: string;
  text: string;
}

/** What happened and what to do, in words. Refused by our rules and unreachable never look alike. */
export function useProblemText(): (problem: ProblemView) => ProblemText {
  const t = useTranslations('problems');
  return (problem) => {
    if (problem.kind === 'unreachable') return { title: t('unreachable.title'), text: t('unreachable.text') };
    if (problem.kind === 'unexpected') return { title: t('unexpected.title'), text: t('unexpected.text') };
    const byCode = `codes.${problemKey(problem.code)}` as 'codes.AUTH_WRONG_CREDENTIALS';
    if (t.has(byCode)) return { title: t('refused'), text: t(byCode) };
    if (problem.status >= SERVER_ERROR) return { title: t('server.title'), text: t('server.text') };
    const byStatus = `statuses.${problem.status}` as 'statuses.403';
    return { title: t('refused'), text: t.has(byStatus) ? t(byStatus) : t('unknown', { code: problem.code }) };
  };
}
