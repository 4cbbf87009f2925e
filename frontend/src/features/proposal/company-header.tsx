'use client';

import type { Proposal } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { formatDay, formatPhone } from '../../shared/formatting';
import { pdfUrl } from './proposal-api';
import classes from './proposal.module.css';

interface CompanyHeaderProps {
  proposal: Proposal;
  /** Whose lines are in the document. */
  variantId: string;
  token: string;
}

/** Whose offer it is, what for, and how long it holds. */
export function CompanyHeader({ proposal, variantId, token }: CompanyHeaderProps) {
  const t = useTranslations('proposal');
  const { company, orderNumber, address, number, issuedAt, validUntil, timezone } = proposal;
  return (
    <header className={classes.header}>
      <div className={classes.company}>
        {company.logo !== null && <img className={classes.logo} src={company.logo} alt="" />}
        <span className={classes.companyName}>{company.name}</span>
      </div>
      <h1 className={classes.title}>{t('heading')}</h1>
      <p className={classes.address}>{address}</p>
      <p className={classes.facts}>
        <span>{t('orderLine', { number: String(orderNumber) })}</span>
        <span>{t('version', { number: String(number), date: formatDay(issuedAt, timezone) })}</span>
        {validUntil !== null && <span>{t('validUntil', { date: formatDay(`${validUntil}T00:00:00Z`, 'UTC') })}</span>}
      </p>
      <div className={classes.actions}>
        {company.phone !== '' && (
          <a className={classes.quiet} href={`tel:${company.phone.replaceAll(/[^\d+]/g, '')}`}>
            {t('call', { phone: formatPhone(company.phone) })}
          </a>
        )}
        <a className={classes.quiet} href={pdfUrl(token, variantId)} rel="noreferrer">
          {t('pdf')}
        </a>
      </div>
    </header>
  );
}
