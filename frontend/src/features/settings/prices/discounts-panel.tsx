'use client';

import { MultiSelect, Stack, TextInput } from '@mantine/core';
import type { Category } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../shared/ui/panel';
import type { TermsPanelProps } from './prices-view';
import { DISCOUNTING_ROLES } from './terms-form';
import classes from '../settings.module.css';

/** Who may give how much without asking, and what no discount is given on. */
export function DiscountsPanel(props: TermsPanelProps & { categories: Category[] }) {
  const { form, change, errorOf, readOnly, categories } = props;
  const t = useTranslations('settings.prices.discounts');
  const { limits } = form;
  return (
    <Panel title={t('title')}>
      <Stack gap="md">
        <fieldset className={classes.limits}>
          <legend>{t('limits')}</legend>
          <p className={classes.about}>{t('limitsAbout')}</p>
          {DISCOUNTING_ROLES.map((role) => (
            <TextInput
              key={role}
              label={t(`roles.${role}`)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={6}
              rightSection="%"
              value={limits[role]}
              error={errorOf(`limits.${role}`)}
              readOnly={readOnly}
              onChange={(event) => change({ limits: { ...limits, [role]: event.currentTarget.value } })}
            />
          ))}
        </fieldset>
        <MultiSelect
          label={t('excluded')}
          description={t('excludedAbout')}
          placeholder={form.excludedCategoryIds.length === 0 ? t('excludedNone') : ''}
          data={categories.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.excludedCategoryIds}
          searchable
          hidePickedOptions
          readOnly={readOnly}
          onChange={(excludedCategoryIds) => change({ excludedCategoryIds })}
        />
      </Stack>
    </Panel>
  );
}
