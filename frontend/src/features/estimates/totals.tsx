'use client';

import type { EstimateResult } from '@smet/estimating';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { formatDecimal, formatMoney } from '../../shared/formatting';
import type { FormAction } from './model/form-reducer';
import type { EstimateView, RoomForm, VariantForm } from './model/types';
import { parseDiscount } from './model/variant-form';
import { CategoryDiscounts } from './money/category-discounts';
import { Coefficients } from './money/coefficients';
import { discountShare, isAboveLimit } from './money/discount-limit';
import { InsideTotals } from './money/inside-totals';
import { PaymentSchedule } from './money/payment-schedule';
import { PercentField } from './money/percent-field';
import { TotalsRow } from './money/totals-row';
import classes from './totals.module.css';

interface TotalsProps {
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

/**
 * Always in view: what it costs and how that came to be, what the client pays and when; what the firm earns only for those
 * whose data has it. On small screens a bar with the sum that opens upwards.
 */
export function Totals({ estimate, rooms, variant, result, readOnly, dispatch }: TotalsProps) {
  const t = useTranslations('estimates.totals');
  const { totals } = result;
  const { currency, terms, canDiscount } = estimate;
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.totals} data-opened={opened || undefined}>
      <button
        type="button"
        className={classes.bar}
        aria-expanded={opened}
        aria-label={t('details')}
        onClick={() => setOpened(!opened)}
      >
        <span>{t('toPay')}</span>
        <b className="tabular">{formatMoney(totals.toPayMinor, currency)}</b>
        <IconChevronDown size={20} aria-hidden />
      </button>
      <div className={classes.body}>
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
          <TotalsRow name={t('toPay')} value={formatMoney(totals.toPayMinor, currency)} kind="main" />
        </dl>
        <div className={classes.aside}>
          <PaymentSchedule
            schedule={totals.schedule}
            usual={terms.schedule}
            {...{ variant, currency, readOnly, dispatch }}
          />
          <InsideTotals totals={totals} currency={currency} />
        </div>
      </div>
    </div>
  );
}

/** Who may give this away needs not be told a limit. */
const EVERYTHING = '100';

function Discount({ estimate, variant, result, readOnly, dispatch }: Omit<TotalsProps, 'rooms'>) {
  const t = useTranslations('estimates.totals');
  const { categories, currency, terms, canDiscount, discountLimitPercent } = estimate;
  const { lines, totals, adjustments } = result;
  const isOpen = canDiscount && !readOnly;
  const locked = isOpen ? undefined : t('discountForbidden');
  const usedIds = useMemo(() => new Set(lines.flatMap(({ categoryId }) => categoryId ?? [])), [lines]);
  const share = discountShare(totals, adjustments);
  const isAbove = isOpen && isAboveLimit(share, String(discountLimitPercent));
  const limit = formatDecimal(String(discountLimitPercent));
  const isLimited = isAboveLimit(EVERYTHING, String(discountLimitPercent));
  return (
    <>
      <TotalsRow
        name={t('discount')}
        control={
          <>
            <PercentField
              label={t('discountLabel')}
              text={variant.discount}
              problem={parseDiscount(variant.discount) === null ? t('discountInvalid') : null}
              {...(locked !== undefined && { locked })}
              onType={(text) => dispatch({ type: 'discount', text })}
            />
            <CategoryDiscounts
              {...{ categories, usedIds, variant, locked, dispatch }}
              excludedIds={terms.excludedCategoryIds}
            />
          </>
        }
        value={
          totals.discountMinor === 0 ? formatMoney(0, currency) : `−${formatMoney(totals.discountMinor, currency)}`
        }
      />
      {isOpen && isLimited && (
        <div className={classes.limit} data-above={isAbove || undefined} role={isAbove ? 'status' : undefined}>
          {isAbove ? t('aboveLimit', { share: formatDecimal(share), limit }) : t('limit', { limit })}
        </div>
      )}
    </>
  );
}
