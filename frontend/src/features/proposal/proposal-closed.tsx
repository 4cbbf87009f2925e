import { useTranslations } from 'next-intl';
import { formatPhone } from '../../shared/formatting';
import classes from './proposal.module.css';

export interface Closed {
  reason: 'unknown' | 'revoked' | 'expired' | 'unreachable' | 'tooMany' | 'failed';
  /** Whom to ask for a new link, where that is known. */
  company: { name: string; phone: string } | null;
}

/** Those that may be over in a minute. */
const PASSING: ReadonlySet<Closed['reason']> = new Set(['unreachable', 'tooMany', 'failed']);

/** A link that opens nothing: why, and what to do. */
export function ProposalClosed({ reason, company }: Closed) {
  const t = useTranslations('proposal');
  const phone = company?.phone ?? '';
  return (
    <main className={`${classes.page} ${classes.closedPage}`}>
      <div className={classes.closed}>
        <h1 className={classes.closedTitle}>{t(`closed.${reason}.title`)}</h1>
        <p>{t(`closed.${reason}.text`, { company: company?.name ?? '' })}</p>
        {PASSING.has(reason) && (
          // Itself: a page that failed is loaded anew, with all its scripts.
          <a className={classes.button} href="?">
            {t('reload')}
          </a>
        )}
        {phone !== '' && (
          <a className={classes.button} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            {t('call', { phone: formatPhone(phone) })}
          </a>
        )}
      </div>
    </main>
  );
}
