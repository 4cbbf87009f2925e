'use client';

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { RuleValue } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../shared/ui/panel';
import { FormulaField } from './formula-field';
import { OtherProblems } from './other-problems';
import { formulaErrorAt, freeKey, removedAt, replacedAt } from './rule-document';
import type { RulesPartProps } from './rules-context';
import classes from './rules.module.css';

/** Values the firm has named, for use in its formulas. */
export function ValuesPanel({ document, change, problems, names, readOnly }: RulesPartProps) {
  const t = useTranslations('rules.values');
  const { values } = document;
  const set = (index: number, part: Partial<RuleValue>) =>
    change({ ...document, values: values.map((value, at) => (at === index ? { ...value, ...part } : value)) });
  const add = () => {
    const key = freeKey(
      'value',
      values.map((value) => value.key),
      '_',
    );
    change({ ...document, values: [...values, { key, title: t('newTitle'), formula: '0' }] });
  };
  return (
    <Panel title={t('title')}>
      <p className={classes.about}>{t('about')}</p>
      {values.length === 0 && <p className={classes.quiet}>{t('empty')}</p>}
      <ul className={classes.cards}>
        {values.map((value, index) => (
          // A key is being typed, and two may be the same for a moment.
          <li key={index} className={classes.card}>
            <div className={classes.cardHead}>
              <TextInput
                label={t('titleField')}
                maxLength={120}
                autoComplete="off"
                value={value.title}
                readOnly={readOnly}
                onChange={(event) => set(index, { title: event.currentTarget.value })}
              />
              <TextInput
                label={t('name')}
                maxLength={60}
                autoComplete="off"
                spellCheck={false}
                classNames={{ input: classes.code }}
                value={value.key}
                readOnly={readOnly}
                onChange={(event) => set(index, { key: event.currentTarget.value })}
              />
              {!readOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('remove', { name: value.title })}
                  onClick={() => change({ ...document, values: removedAt(values, index) })}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </div>
            {formulaErrorAt(problems, `values.${index}.key`) && <p className={classes.wrong}>{t('nameWrong')}</p>}
            <FormulaField
              label={t('formula')}
              value={value.formula}
              names={names}
              readOnly={readOnly}
              error={formulaErrorAt(problems, `values.${index}.formula`)}
              onChange={(formula) => change({ ...document, values: replacedAt(values, index, { ...value, formula }) })}
            />
            <OtherProblems problems={problems} path={`values.${index}`} />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('add')}
        </Button>
      )}
    </Panel>
  );
}
