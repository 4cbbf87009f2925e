'use client';

import { useTranslations } from 'next-intl';
import classes from './page-failure.module.css';

interface PageFailureProps {
  error: Error & { digest?: string };
  onRetry: () => void;
}

/** A defect of a page. Plain on purpose: it is loaded with every page and must not depend on what has just failed. */
export function PageFailure({ error, onRetry }: PageFailureProps) {
  const t = useTranslations('common');
  const problems = useTranslations('problems.unexpected');
  return (
    <div role="alert" className={classes.failure}>
      <h1 className={classes.title}>{problems('title')}</h1>
      <p>{problems('text')}</p>
      <p>
        <button type="button" className={classes.retry} onClick={onRetry}>
          {t('retry')}
        </button>
        {error.digest && (
          <span className={classes.id}>
            {t('requestId')}: {error.digest}
          </span>
        )}
      </p>
    </div>
  );
}
