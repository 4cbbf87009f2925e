'use client';

import type { RuleSetProblem } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { otherProblemsBelow } from './rule-document';
import classes from './rules.module.css';

/** What is wrong with a part of the rules beside its formulas, in words. */
export function OtherProblems({ problems, path }: { problems: readonly RuleSetProblem[]; path: string }) {
  const t = useTranslations('rules.problems');
  const found = otherProblemsBelow(problems, path);
  if (found.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {found.map(({ code, path: place, params }) => {
        const known = t.has(code as 'TEXT_INVALID') ? (code as 'TEXT_INVALID') : 'other';
        return <li key={`${place} ${code}`}>{t(known, { ...params, place })}</li>;
      })}
    </ul>
  );
}
