'use client';

import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { RuleBundle } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../shared/ui/panel';
import { FormulaField } from './formula-field';
import { OtherProblems } from './other-problems';
import { formulaErrorAt, freeKey, removedAt, replacedAt } from './rule-document';
import type { RulesPartProps } from './rules-context';
import classes from './rules.module.css';

/** What comes along with one of a thing. */
export function BundlesPanel({ document, change, problems, names, readOnly }: RulesPartProps) {
  const t = useTranslations('rules.bundles');
  const { bundles, lines } = document;
  const set = (index: number, bundle: RuleBundle) =>
    change({ ...document, bundles: replacedAt(bundles, index, bundle) });
  const add = () => {
    const key = freeKey(
      'bundle',
      bundles.map((bundle) => bundle.key),
    );
    change({ ...document, bundles: [...bundles, { key, title: t('newTitle'), count: '0' }] });
  };
  return (
    <Panel title={t('title')}>
      <p className={classes.about}>{t('about')}</p>
      {bundles.length === 0 && <p className={classes.quiet}>{t('empty')}</p>}
      <ul className={classes.cards}>
        {bundles.map((bundle, index) => {
          const used = lines.filter((line) => line.bundle === bundle.key).length;
          return (
            <li key={bundle.key} className={classes.card}>
              <div className={classes.cardHead}>
                <TextInput
                  label={t('titleField')}
                  maxLength={120}
                  autoComplete="off"
                  value={bundle.title}
                  readOnly={readOnly}
                  onChange={(event) => set(index, { ...bundle, title: event.currentTarget.value })}
                />
                <span className={classes.used}>{t('lines', { count: used })}</span>
                {!readOnly && (
                  <Tooltip label={t('used')} disabled={used === 0}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={36}
                      aria-label={t('remove', { name: bundle.title })}
                      data-disabled={used > 0 || undefined}
                      aria-disabled={used > 0}
                      onClick={() => used === 0 && change({ ...document, bundles: removedAt(bundles, index) })}
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                )}
              </div>
              <FormulaField
                label={t('countField')}
                value={bundle.count}
                names={names}
                readOnly={readOnly}
                error={formulaErrorAt(problems, `bundles.${index}.count`)}
                onChange={(count) => set(index, { ...bundle, count })}
              />
              <OtherProblems problems={problems} path={`bundles.${index}`} />
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('add')}
        </Button>
      )}
    </Panel>
  );
}
