'use client';

import type { EstimateTotals } from '@smet/estimating';
import { markupPercent } from '@smet/money';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import { TotalsRow } from './totals-row';
import classes from '../totals.module.css';

interface InsideTotalsProps {
  totals: EstimateTotals;
  currency: string;
}

/** What the client does not see; what the reader's data does not have is not there. */
export function InsideTotals({ totals, currency }: InsideTotalsProps) {
  const t = useTranslations('estimates.totals');
  const { costMinor, marginMinor, payMinor, dealerMinor, toPayMinor, vat } = totals;
  if (costMinor === undefined && payMinor === undefined && dealerMinor === undefined) return null;
  const money = (minor: number) => formatMoney(minor, currency);
  const earned = toPayMinor - (vat?.amountMinor ?? 0);
  const markup = costMinor === undefined ? null : markupPercent(earned, costMinor);
  return (
    <dl className={classes.inside}>
      {costMinor !== undefined && <TotalsRow name={t('cost')} value={money(costMinor)} kind="quiet" />}
      {marginMinor !== undefined && (
        <TotalsRow name={t('marginSum')} hint={t('hints.marginSum')} value={money(marginMinor)} kind="quiet" />
      )}
      {markup !== null && (
        <TotalsRow name={t('markup')} hint={t('hints.markup')} value={`${formatDecimal(markup)} %`} kind="quiet" />
      )}
      {payMinor !== undefined && <TotalsRow name={t('pay')} value={money(payMinor)} kind="quiet" />}
      {dealerMinor !== undefined && <TotalsRow name={t('dealer')} value={money(dealerMinor)} kind="quiet" />}
    </dl>
  );
}
