'use client';

import { TextInput } from '@mantine/core';
import type { EstimateResult } from '@smet/estimating';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatMoney } from '../../shared/formatting';
import type { FormAction } from './model/form-reducer';
import type { EstimateView, VariantForm } from './model/types';
import { parseDiscount } from './model/variant-form';
import classes from './totals.module.css';

interface TotalsProps {
  /** As it is saved: its currency, money terms, categories of items and what the reader may do. */
  estimate: EstimateView;
  /** The shown one as it is typed; every VariantChange that is dispatched is a change of it. */
  variant: VariantForm;
  /** Of that variant. */
  result: EstimateResult;
  readOnly: boolean;
  dispatch: (action: FormAction) => void;
}

/** Always in view: what it costs, what the client pays now and later; margin only for those whose data has it. */
export function Totals({ estimate, variant, result: { totals }, readOnly, dispatch }: TotalsProps) {
  const t = useTranslations('estimates.totals');
  const money = (minor: number) => formatMoney(minor, estimate.currency);
  const { discount } = variant;
  const canDiscount = estimate.canDiscount && !readOnly;
  const invalid = parseDiscount(discount) === null;
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.totals} data-opened={opened || undefined}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={opened}
        aria-label={t('details')}
        onClick={() => setOpened(!opened)}
      >
        <IconChevronDown size={20} aria-hidden />
      </button>
      <dl className={classes.list}>
        <Row name={t('gross')} value={money(totals.grossMinor)} />
        <div className={classes.row}>
          <dt>{t('discount')}</dt>
          <dd className={`${classes.discountValue} tabular`}>
            <TextInput
              className={classes.discount}
              size="xs"
              aria-label={t('discountLabel')}
              inputMode="decimal"
              autoComplete="off"
              maxLength={6}
              value={discount}
              readOnly={!canDiscount}
              error={invalid}
              title={invalid ? t('discountInvalid') : canDiscount ? undefined : t('discountForbidden')}
              rightSection={<span className={classes.percent}>%</span>}
              rightSectionWidth={24}
              onChange={(event) => dispatch({ type: 'discount', text: event.currentTarget.value })}
              onFocus={(event) => event.currentTarget.select()}
            />
            <span>{totals.discountMinor === 0 ? money(0) : `−${money(totals.discountMinor)}`}</span>
          </dd>
        </div>
        <Row name={t('toPay')} value={money(totals.toPayMinor)} main />
        <Row name={t('prepayment')} value={money(totals.prepaymentMinor)} />
        <Row name={t('rest')} value={money(totals.restMinor)} />
        {totals.costMinor !== undefined && <Row name={t('cost')} value={money(totals.costMinor)} quiet />}
        {totals.marginMinor !== undefined && <Row name={t('margin')} value={money(totals.marginMinor)} quiet />}
      </dl>
    </div>
  );
}

interface RowProps {
  name: string;
  value: string;
  main?: boolean;
  quiet?: boolean;
}

function Row({ name, value, main = false, quiet = false }: RowProps) {
  return (
    <div className={classes.row} data-main={main || undefined} data-quiet={quiet || undefined}>
      <dt>{name}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}
