'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Organization } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api } from '../../shared/api/client';
import { unwrap, viewProblem } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import { Notice } from '../../shared/ui/notice';
import { Panel } from '../../shared/ui/panel';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { readTolerances, toTexts } from './tolerance-fields';
import type { ToleranceField } from './tolerance-fields';
import classes from './settings.module.css';

const GROUPS = [
  { name: 'warn', fields: ['warnMm', 'warnPercent'] },
  { name: 'block', fields: ['blockMm', 'blockPercent'] },
] as const satisfies readonly { name: string; fields: readonly ToleranceField[] }[];

interface TolerancesFormProps {
  organization: Organization;
  readOnly: boolean;
}

/** Saves over the version the person began from, so that a colleague's newer figures are never overwritten unseen. */
function useSaveTolerances(organization: Organization) {
  const queries = useQueryClient();
  const [version, setVersion] = useState(organization.version);
  return useMutation({
    mutationFn: (measurementTolerances: Organization['measurementTolerances']) =>
      unwrap(api.PATCH('/api/v1/organization', { body: { version, measurementTolerances } })),
    onSuccess: (saved) => {
      setVersion(saved.version);
      queries.setQueryData(queryKeys.organization, saved);
    },
    // Open estimates judge their rooms by these figures.
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.all }),
  });
}

/** How far readings of a room may disagree before a measurer is warned, and before an estimate wants a reason. */
export function TolerancesForm({ organization, readOnly }: TolerancesFormProps) {
  const t = useTranslations('settings.tolerances');
  const [texts, setTexts] = useState(() => toTexts(organization.measurementTolerances));
  const [tried, setTried] = useState(false);
  const save = useSaveTolerances(organization);
  const read = readTolerances(texts);
  const errorOf = (field: ToleranceField) => {
    const error = tried && !read.ok ? read.errors[field] : undefined;
    return error ? t(error) : null;
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.ok) save.mutate(read.tolerances, { onSuccess: () => setTried(false) });
  };
  return (
    <Panel title={t('title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p className={classes.about}>{t('about')}</p>
          {GROUPS.map(({ name, fields }) => (
            <fieldset key={name} className={classes.group}>
              <legend>{t(name)}</legend>
              {fields.map((field) => (
                <TextInput
                  key={field}
                  label={t(field.endsWith('Mm') ? 'centimetres' : 'percent')}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={6}
                  value={texts[field]}
                  readOnly={readOnly}
                  error={errorOf(field)}
                  onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
                />
              ))}
            </fieldset>
          ))}
          <div aria-live="polite">
            {save.isError && <ProblemAlert problem={viewProblem(save.error)} />}
            {save.isSuccess && <Notice tone="success" icon={<IconCheck />} title={t('saved')} />}
          </div>
          {!readOnly && (
            <div>
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </div>
          )}
        </Stack>
      </form>
    </Panel>
  );
}
