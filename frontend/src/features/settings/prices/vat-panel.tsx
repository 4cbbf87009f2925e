'use client';

import { Radio, SegmentedControl, Stack } from '@mantine/core';
import { UnknownVatRateError, vatRatePercent, vatRegimesOf } from '@smet/money';
import type { VatRegime } from '@smet/money';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import type { TermsPanelProps } from './prices-view';
import classes from '../settings.module.css';

const MODES = ['none', 'included', 'on_top'] as const;

/** The rate of today in the organization's own time; null where the table knows none. */
function rateToday(country: string, regime: VatRegime, timezone: string): string | null {
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(new Date());
  try {
    return formatDecimal(vatRatePercent({ country, regime, on }));
  } catch (error) {
    if (error instanceof UnknownVatRateError) return null;
    throw error;
  }
}

/** Whether VAT is asked for, where it stands, and at which rate of today. */
export function VatPanel({ form, change, readOnly, organization }: TermsPanelProps) {
  const t = useTranslations('settings.prices.vat');
  const { vat } = form;
  const { country, timezone } = organization;
  const regimes = vatRegimesOf(country);
  return (
    <Panel title={t('title')}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('title')}
          data={MODES.map((mode) => ({
            value: mode,
            label: t(`mode.${mode}`),
            disabled: mode !== 'none' && regimes.length === 0,
          }))}
          value={vat.mode}
          readOnly={readOnly}
          onChange={(mode) => change({ vat: { ...vat, mode } })}
        />
        <p className={classes.about}>{regimes.length === 0 ? t('unknownCountry') : t(`about.${vat.mode}`)}</p>
        {vat.mode !== 'none' && regimes.length > 0 && (
          <Radio.Group
            label={t('regime')}
            description={t('regimeAbout')}
            value={vat.regime}
            readOnly={readOnly}
            onChange={(regime) => change({ vat: { ...vat, regime } })}
          >
            <Stack gap="xs" mt="xs">
              {regimes.map((regime) => {
                const rate = rateToday(country, regime, timezone);
                return (
                  <Radio
                    key={regime}
                    value={regime}
                    label={t(`regimes.${regime}`)}
                    description={rate === null ? t('noRate') : t('rateToday', { rate })}
                  />
                );
              })}
            </Stack>
          </Radio.Group>
        )}
      </Stack>
    </Panel>
  );
}
