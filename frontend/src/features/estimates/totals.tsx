'use client';

import type { EstimateResult } from '@smet/estimating';
import { marginPercent } from '@smet/money';
import { IconChevronUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo, useCallback, useId } from 'react';
import type { ReactNode } from 'react';
import { formatDecimal, formatMoney } from '../../shared/formatting';
import { useRemembered } from './model/use-remembered';
import { parseDiscount } from './model/variant-form';
import { discountShare, isAboveLimit } from './money/discount-limit';
import { PercentField } from './money/percent-field';
import { TotalsDetails } from './money/totals-details';
import type { TotalsProps } from './money/totals-details';
import classes from './totals.module.css';

/**
 * Always in view in one line: what it costs, the discount, and what the firm earns for those whose data has it. It opens
 * upwards to how that came to be and when it is paid, and stays as the person left it on this device.
 */
export function Totals(props: TotalsProps) {
  const { estimate, variant, result, readOnly, dispatch } = props;
  const t = useTranslations('estimates.totals');
  const money = useTranslations('estimates.money');
  const [remembered, remember] = useRemembered('totals');
  const opened = remembered === 'opened';
  const details = useId();
  const { totals } = result;
  const [first] = totals.schedule;
  const margin = marginOf(result);
  const locked = estimate.canDiscount && !readOnly ? undefined : t('discountForbidden');
  const onType = useCallback((text: string) => dispatch({ type: 'discount', text }), [dispatch]);
  return (
    <section className={classes.totals} data-opened={opened || undefined} aria-label={t('title')}>
      {opened && (
        <div id={details} className={classes.body}>
          <TotalsDetails {...props} />
        </div>
      )}
      {locked === undefined && <AboveLimit estimate={estimate} result={result} />}
      <div className={classes.bar}>
        <dl className={classes.figures}>
          <Figure name={t('toPay')} kind="main">
            {formatMoney(totals.toPayMinor, estimate.currency)}
          </Figure>
          <Figure name={t('discount')}>
            <PercentField
              label={t('discountLabel')}
              text={variant.discount}
              problem={parseDiscount(variant.discount) === null ? t('discountInvalid') : null}
              {...(locked !== undefined && { locked })}
              onType={onType}
            />
          </Figure>
          {margin !== null && (
            <Figure name={t('margin')} kind="quiet" hint={t('hints.margin')}>
              {formatDecimal(margin)} %
            </Figure>
          )}
          {first && (
            <Figure name={money(`moment.${first.when}`)} kind="spare">
              {formatMoney(first.amountMinor, estimate.currency)}
            </Figure>
          )}
        </dl>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={opened}
          aria-controls={opened ? details : undefined}
          aria-label={t('details')}
          title={t('details')}
          onClick={() => remember(opened ? '' : 'opened')}
        >
          <IconChevronUp size={20} aria-hidden />
        </button>
      </div>
    </section>
  );
}

/** Null for those whose data has no purchase prices, and where nothing is earned or lost. */
function marginOf({ totals: { costMinor, toPayMinor, vat } }: EstimateResult): string | null {
  return costMinor === undefined ? null : marginPercent(toPayMinor - (vat?.amountMinor ?? 0), costMinor);
}

interface FigureProps {
  name: string;
  hint?: string;
  /** `spare` is shown where there is room for it. */
  kind?: 'main' | 'quiet' | 'spare';
  children: ReactNode;
}

const Figure = memo(function Figure({ name, hint, kind, children }: FigureProps) {
  return (
    <div className={classes.figure} data-kind={kind}>
      <dt title={hint}>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
});

/** Said whether the details are open or not: such an estimate is not sent without consent. */
function AboveLimit({ estimate, result }: Pick<TotalsProps, 'estimate' | 'result'>) {
  const t = useTranslations('estimates.totals');
  const share = discountShare(result.totals, result.adjustments);
  const limit = String(estimate.discountLimitPercent);
  if (!isAboveLimit(share, limit)) return null;
  return (
    <output className={classes.above}>
      {t('aboveLimit', { share: formatDecimal(share), limit: formatDecimal(limit) })}
    </output>
  );
}
