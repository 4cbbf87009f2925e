import { useTranslations } from 'next-intl';
import { formatPhone } from '../../shared/formatting';
import classes from './proposal.module.css';

export interface Closed {
  reason: 'unknown' | 'revoked' | 'expired' | 'unreachable' | 'tooMany';
  /** Whom to ask for a new link, where that is known. */
  company: { name: string; phone: string } | null;
}

/** A link that opens nothing: why, and what to do. */
export function ProposalClosed({ reason, company }: Closed) {
  const t = useTranslations('proposal');
  const phone = company?.phone ?? '';
  return (
    <main className={classes.page}>
      <div className={classes.closed}>
        <h1 className={classes.closedTitle}>{t(`closed.${reason}.title`)}</h1>
        <p>{t(`closed.${reason}.text`, { company: company?.name ?? '' })}</p>
        {phone !== '' && (
          <a className={classes.button} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            {t('call', { phone: formatPhone(phone) })}
          </a>
        )}
      </div>
    </main>
  );
}
