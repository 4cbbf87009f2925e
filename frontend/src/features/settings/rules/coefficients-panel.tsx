'use client';

import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ITEM_KINDS } from '@smet/estimating';
import type { RuleCoefficient } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../shared/ui/panel';
import { FormulaField } from './formula-field';
import { OtherProblems } from './other-problems';
import { formulaErrorAt, freeKey, patched, removedAt, replacedAt } from './rule-document';
import type { RulesPartProps } from './rules-context';
import classes from './rules.module.css';

/** Surcharges on a room; what a percentage is taken of is always said. */
export function CoefficientsPanel({ document, change, problems, names, readOnly }: RulesPartProps) {
  const t = useTranslations('rules.coefficients');
  const { coefficients } = document;
  const set = (index: number, coefficient: RuleCoefficient) =>
    change({ ...document, coefficients: replacedAt(coefficients, index, coefficient) });
  const add = () => {
    const key = freeKey(
      'coefficient',
      coefficients.map((coefficient) => coefficient.key),
    );
    const added: RuleCoefficient = { key, title: t('newTitle'), percent: '10%', base: ['work'] };
    change({ ...document, coefficients: [...coefficients, added] });
  };
  const kinds = ITEM_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <Panel title={t('title')}>
      <p className={classes.about}>{t('about')}</p>
      {coefficients.length === 0 && <p className={classes.quiet}>{t('empty')}</p>}
      <ul className={classes.cards}>
        {coefficients.map((coefficient, index) => (
          <li key={coefficient.key} className={classes.card}>
            <div className={classes.cardHead}>
              <TextInput
                label={t('titleField')}
                maxLength={120}
                autoComplete="off"
                value={coefficient.title}
                readOnly={readOnly}
                onChange={(event) => set(index, { ...coefficient, title: event.currentTarget.value })}
              />
              <MultiSelect
                label={t('base')}
                data={kinds}
                value={[...coefficient.base]}
                readOnly={readOnly}
                error={coefficient.base.length === 0 ? t('baseRequired') : undefined}
                onChange={(base) => set(index, { ...coefficient, base })}
              />
              {!readOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('remove', { name: coefficient.title })}
                  onClick={() => change({ ...document, coefficients: removedAt(coefficients, index) })}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </div>
            <FormulaField
              label={t('percent')}
              description={t('percentAbout')}
              value={coefficient.percent}
              names={names}
              readOnly={readOnly}
              error={formulaErrorAt(problems, `coefficients.${index}.percent`)}
              onChange={(percent) => set(index, { ...coefficient, percent })}
            />
            <FormulaField
              label={t('when')}
              placeholder={t('always')}
              value={coefficient.when ?? ''}
              names={names}
              readOnly={readOnly}
              error={formulaErrorAt(problems, `coefficients.${index}.when`)}
              onChange={(when) => set(index, patched(coefficient, { when: when.trim() === '' ? undefined : when }))}
            />
            <OtherProblems problems={problems} path={`coefficients.${index}`} />
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
