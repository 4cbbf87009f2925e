'use client';

import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Film } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatDecimal } from '../../../shared/formatting';
import { canvasKey, linesByCanvas, readRoll, withItem, withoutRoll, withRoll } from './films';
import type { LineByCanvas } from './films';
import { ItemField } from './item-field';
import { useLineTitle } from './line-title';
import { codesOfItem } from './rule-document';
import type { RulesPartProps } from './rules-context';
import classes from './rules.module.css';

interface FilmRollsProps extends Pick<RulesPartProps, 'document' | 'change' | 'problems' | 'items' | 'readOnly'> {
  film: Film;
  index: number;
}

/** Every roll of a film with its item in each line that chooses one by canvas. */
export function FilmRolls(props: FilmRollsProps) {
  const { document, change, problems, items, readOnly, film, index } = props;
  const t = useTranslations('rules.films');
  const titleOf = useLineTitle(items);
  const labelOf = (line: LineByCanvas) => {
    const known = codesOfItem(line.item).map((code) => items.get(code));
    const kind = known.find((item) => item !== undefined)?.kind;
    return kind ? t(`itemOf.${kind}`) : titleOf(line);
  };
  const lines = linesByCanvas(document);
  const isMissing = (canvas: string, at: number) =>
    problems.some(
      ({ code, path, params }) =>
        code === 'ITEM_MISSING' && path === `lines.${at}.item.codes` && params.canvas === canvas,
    );
  const isLast = film.rolls.length === 1;
  return (
    <section className={classes.rolls}>
      <h3 className={classes.subtitle}>{t('rolls')}</h3>
      <p className={classes.hint}>{t('rollsNote')}</p>
      <ul className={classes.cards}>
        {film.rolls.map((roll) => {
          const canvas = canvasKey(film, roll);
          const shown = formatDecimal(roll);
          return (
            <li key={roll} className={classes.roll}>
              <div className={classes.rollHead}>
                <span className="tabular">{t('roll', { roll: shown })}</span>
                {!readOnly && (
                  <Tooltip label={t('lastRoll')} disabled={!isLast}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={36}
                      aria-label={t('removeRoll', { roll: shown })}
                      data-disabled={isLast || undefined}
                      aria-disabled={isLast}
                      onClick={() => change(withoutRoll(document, index, roll))}
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                )}
              </div>
              <div className={classes.rollItems}>
                {lines.map(({ line, index: at }) => (
                  <ItemField
                    key={line.key}
                    label={labelOf(line)}
                    value={line.item.codes[canvas] ?? null}
                    items={items}
                    readOnly={readOnly}
                    error={isMissing(canvas, at) ? t('noItem') : undefined}
                    onChange={(code) => change(withItem(document, canvas, { line: line.key, code }))}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      {!readOnly && <NewRoll {...props} />}
    </section>
  );
}

/** A width is given as a whole, not changed: items and rooms know a roll by it. */
function NewRoll({ document, change, film, index }: FilmRollsProps) {
  const t = useTranslations('rules.films');
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = () => {
    const roll = readRoll(text);
    if (roll === null) return setError(t('newRollWrong'));
    if (film.rolls.some((known) => Number(known) === Number(roll))) return setError(t('newRollThere'));
    setText('');
    change(withRoll(document, index, roll));
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // It would save the rules.
    event.preventDefault();
    add();
  };
  return (
    <div className={classes.newRoll}>
      <TextInput
        label={t('newRoll')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        value={text}
        error={error}
        onKeyDown={onEnter}
        onChange={(event) => {
          setError(null);
          setText(event.currentTarget.value);
        }}
      />
      <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('addRoll')}
      </Button>
    </div>
  );
}
