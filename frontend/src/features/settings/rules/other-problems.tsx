'use client';

import type { RuleSetProblem } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { otherProblemsBelow, wordOf } from './rule-document';
import classes from './rules.module.css';

/** What is wrong with a part of the rules beside its formulas, in words. */
export function OtherProblems({ problems, path }: { problems: readonly RuleSetProblem[]; path: string }) {
  const t = useTranslations('rules.problems');
  const found = otherProblemsBelow(problems, path);
  if (found.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {found.map((problem) => {
        const { code, path: place, params } = problem;
        const word = wordOf(problem);
        const known = t.has(word as 'TEXT_INVALID') ? (word as 'TEXT_INVALID') : 'other';
        return <li key={`${place} ${code}`}>{t(known, { ...params, place })}</li>;
      })}
    </ul>
  );
}
