'use client';

import { Button, Group, Modal, Radio, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Choice } from '../model/three-way';
import type { Conflicting } from '../model/use-estimate-form';
import type { EstimateForm, EstimateView } from '../model/types';
import { usePlaceWords } from './use-place-words';
import { useValueWords } from './use-value-words';
import classes from './merge-dialog.module.css';

interface MergeDialogProps {
  conflict: Conflicting;
  form: EstimateForm;
  estimate: EstimateView;
}

/** Two people changed the same: both values with their place in words, one choice each. It stays until it is decided. */
export function MergeDialog({ conflict: { conflicts, decide }, form, estimate }: MergeDialogProps) {
  const t = useTranslations('estimates.merge');
  const placeWords = usePlaceWords({ form, estimate });
  const valueWords = useValueWords(estimate.ruleSet);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choose = (keys: readonly string[], choice: Choice) =>
    setChoices((known) => new Map([...known, ...keys.map((key) => [key, choice] as const)]));
  const all = (choice: Choice) =>
    choose(
      conflicts.map(({ key }) => key),
      choice,
    );
  const isDecided = conflicts.every(({ key }) => choices.has(key));
  return (
    <Modal
      opened
      size="xl"
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('title')}
      centered
    >
      <Text size="sm" mb="sm">
        {t('lead')}
      </Text>
      <ul className={classes.conflicts}>
        {conflicts.map((known) => (
          <li key={known.key} className={classes.conflict}>
            <Radio.Group
              label={placeWords(known.place)}
              value={choices.get(known.key) ?? null}
              onChange={(choice) => choose([known.key], choice)}
            >
              <div className={classes.values}>
                <Radio.Card value="mine" className={classes.value}>
                  <Radio.Indicator />
                  <Value name={t('mine')} value={valueWords(known, known.mine)} />
                </Radio.Card>
                <Radio.Card value="theirs" className={classes.value}>
                  <Radio.Indicator />
                  <Value name={t('theirs')} value={valueWords(known, known.theirs)} />
                </Radio.Card>
              </div>
            </Radio.Group>
          </li>
        ))}
      </ul>
      <Group justify="space-between" gap="sm" mt="md">
        <Group gap="xs">
          {conflicts.length > 1 && (
            <>
              <Button variant="subtle" size="compact-sm" onClick={() => all('mine')}>
                {t('allMine')}
              </Button>
              <Button variant="subtle" size="compact-sm" onClick={() => all('theirs')}>
                {t('allTheirs')}
              </Button>
            </>
          )}
        </Group>
        <Button disabled={!isDecided} onClick={() => decide(choices)}>
          {t('apply')}
        </Button>
      </Group>
    </Modal>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <span className={classes.words}>
      <small>{name}</small>
      <b>{value}</b>
    </span>
  );
}
