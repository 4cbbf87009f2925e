import { useTranslations } from 'next-intl';
import classes from './logo.module.css';

/** A measured room with its diagonal, and the name. */
export function Logo({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('common');
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden>
        <path
          d="M3.5 20.5v-16h11v6.5h6v9.5z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinejoin="round"
        />
        <path d="M3.5 20.5 14.5 4.5" stroke="currentColor" strokeWidth="1.1" strokeDasharray="2.2 1.8" />
      </svg>
      {!compact && <span className={classes.word}>{t('product')}</span>}
    </span>
  );
}
