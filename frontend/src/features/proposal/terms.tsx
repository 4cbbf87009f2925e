'use client';

import type { Proposal } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import classes from './proposal.module.css';

const YEAR_MONTHS = 12;

/** What the firm promises and asks for, in its own words. */
export function Terms({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('proposal.terms');
  const { terms, warrantyMonthsMaterials, warrantyMonthsWork } = proposal;
  if (terms === '' && warrantyMonthsMaterials === null && warrantyMonthsWork === null) return null;
  const span = (months: number) =>
    months % YEAR_MONTHS === 0 ? t('years', { count: months / YEAR_MONTHS }) : t('months', { count: months });
  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      {warrantyMonthsMaterials !== null && <p>{t('materials', { years: span(warrantyMonthsMaterials) })}</p>}
      {warrantyMonthsWork !== null && <p>{t('work', { years: span(warrantyMonthsWork) })}</p>}
      {terms !== '' && <p className={classes.written}>{terms}</p>}
    </section>
  );
}
