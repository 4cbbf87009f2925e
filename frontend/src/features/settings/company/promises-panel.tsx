'use client';

import { Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../shared/ui/panel';
import type { CompanyPanelProps } from './company-view';
import classes from '../settings.module.css';

const WARRANTIES = ['warrantyMonthsMaterials', 'warrantyMonthsWork'] as const;

/** What every proposal promises and asks for. */
export function PromisesPanel({ form, change, errorOf, readOnly }: CompanyPanelProps) {
  const t = useTranslations('settings.company.promises');
  return (
    <Panel title={t('title')}>
      <Stack gap="md">
        <div className={classes.pair}>
          {WARRANTIES.map((field) => (
            <TextInput
              key={field}
              label={t(field)}
              placeholder={t('noWarranty')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              value={form[field]}
              error={errorOf(field)}
              readOnly={readOnly}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        <Textarea
          label={t('terms')}
          description={t('termsAbout')}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={10_000}
          value={form.proposalTerms}
          readOnly={readOnly}
          onChange={(event) => change({ proposalTerms: event.currentTarget.value })}
        />
      </Stack>
    </Panel>
  );
}
