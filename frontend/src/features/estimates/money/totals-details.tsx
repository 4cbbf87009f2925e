'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import type { EstimateResult } from '@smet/estimating';
import type { FormAction } from '../model/form-reducer';
import type { EstimateView, RoomForm, VariantForm } from '../model/types';
import { CategoryDiscounts } from './category-discounts';
import { Coefficients } from './coefficients';
import { isAboveLimit } from './discount-limit';
import { InsideTotals } from './inside-totals';
import { PaymentSchedule } from './payment-schedule';
import { TotalsRow } from './totals-row';
import classes from '../totals.module.css';

export interface TotalsProps {
  /** As it is saved: its currency, money terms, categories of items and what the reader may do. */
  estimate: EstimateView;
  rooms: readonly RoomForm[];
  /** The shown one as it is typed; every VariantChange that is dispatched is a change of it. */
  variant: VariantForm;
  /** Of that variant. */
  result: EstimateResult;
  readOnly: boolean;
  dispatch: (action: FormAction) => void;
}

/** How the sum came to be, when it is paid, and what of it stays with the firm. */
export function TotalsDetails({ estimate, rooms, variant, result, readOnly, dispatch }: TotalsProps) {
  const t = useTranslations('estimates.totals');
  const { totals } = result;
  const { currency, terms, canDiscount } = estimate;
  return (
    <>
      <dl className={classes.list}>
        <TotalsRow
          name={t('gross')}
          control={<Coefficients {...{ rooms, variant, readOnly, canDiscount, dispatch }} />}
          value={formatMoney(totals.grossMinor, currency)}
        />
        <Discount {...{ estimate, variant, result, readOnly, dispatch }} />
        {totals.topUpMinor > 0 && (
          <TotalsRow
            name={t('topUp', { minimum: formatMoney(terms.minimumOrderMinor, currency) })}
            value={`+${formatMoney(totals.topUpMinor, currency)}`}
          />
        )}
        {totals.vat && (
          <TotalsRow
            name={t(`vat.${totals.vat.mode}`, { rate: formatDecimal(totals.vat.ratePercent) })}
            value={formatMoney(totals.vat.amountMinor, currency)}
          />
        )}
      </dl>
      <div className={classes.aside}>
        <PaymentSchedule
          schedule={totals.schedule}
          usual={terms.schedule}
          {...{ variant, currency, readOnly, dispatch }}
        />
        <InsideTotals totals={totals} currency={currency} />
      </div>
    </>
  );
}

/** Who may give this away needs not be told a limit. */
const EVERYTHING = '100';

function Discount({ estimate, variant, result, readOnly, dispatch }: Omit<TotalsProps, 'rooms'>) {
  const t = useTranslations('estimates.totals');
  const { categories, currency, terms, canDiscount, discountLimitPercent } = estimate;
  const { lines, totals } = result;
  const isOpen = canDiscount && !readOnly;
  const locked = isOpen ? undefined : t('discountForbidden');
  const usedIds = useMemo(() => new Set(lines.flatMap(({ categoryId }) => categoryId ?? [])), [lines]);
  const limit = String(discountLimitPercent);
  const sum = formatMoney(totals.discountMinor, currency);
  return (
    <>
      <TotalsRow
        name={t('discount')}
        control={
          <CategoryDiscounts
            {...{ categories, usedIds, variant, locked, dispatch }}
            excludedIds={terms.excludedCategoryIds}
          />
        }
        value={totals.discountMinor === 0 ? sum : `−${sum}`}
      />
      {isOpen && isAboveLimit(EVERYTHING, limit) && (
        <div className={classes.limit}>{t('limit', { limit: formatDecimal(limit) })}</div>
      )}
    </>
  );
}
