'use client';

import { Select, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ROUNDING_LEVELS } from '@smet/money';
import { Panel } from '../../../shared/ui/panel';
import { currencySign } from './currency-sign';
import type { TermsPanelProps } from './prices-view';
import classes from '../settings.module.css';

const HALF_UP = 'half-up';

/** The least an order costs, how sums are rounded, how long an estimate holds. */
export function MinimumPanel({ form, change, errorOf, readOnly, organization }: TermsPanelProps) {
  const t = useTranslations('settings.prices.minimum');
  const { rounding } = form;
  const choices = [HALF_UP, ...ROUNDING_LEVELS.map(String)].map((value) => ({
    value,
    label: t(`rounding.${value as 'half-up'}`),
  }));
  const chooseRounding = (value: string | null) => {
    const level = ROUNDING_LEVELS.find((one) => String(one) === value);
    change({ rounding: level === undefined ? { policy: HALF_UP } : { policy: 'published', level } });
  };
  return (
    <Panel title={t('title')}>
      <Stack gap="md">
        <div className={classes.pair}>
          <TextInput
            label={t('minimumOrder', { currency: currencySign(organization.currency) })}
            description={t('minimumOrderAbout')}
            inputMode="decimal"
            autoComplete="off"
            maxLength={16}
            value={form.minimumOrder}
            error={errorOf('minimumOrder')}
            readOnly={readOnly}
            onChange={(event) => change({ minimumOrder: event.currentTarget.value })}
          />
          <TextInput
            label={t('validDays')}
            description={t('validDaysAbout')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={form.validDays}
            error={errorOf('validDays')}
            readOnly={readOnly}
            onChange={(event) => change({ validDays: event.currentTarget.value })}
          />
        </div>
        <Select
          label={t('rounding.label')}
          description={t(rounding.policy === HALF_UP ? 'rounding.halfUpAbout' : 'rounding.publishedAbout')}
          data={choices}
          value={rounding.policy === HALF_UP ? HALF_UP : String(rounding.level)}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={chooseRounding}
        />
      </Stack>
    </Panel>
  );
}
