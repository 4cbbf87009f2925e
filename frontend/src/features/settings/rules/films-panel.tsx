'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Film } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { FilmEditor } from './film-editor';
import { canvasKey, linesByCanvas, withNewFilm } from './films';
import { PartRow } from './part-row';
import { filmPart, isWrongBelow } from './rule-document';
import type { RulesOpenPartProps } from './rules-context';
import classes from './rules.module.css';

/** What canvases are cut from; the first is the one a room has unless it says otherwise. */
export function FilmsPanel(props: RulesOpenPartProps) {
  const { document, change, problems, readOnly, open, onOpen } = props;
  const t = useTranslations('rules.films');
  const { films } = document;
  const add = () => {
    const next = withNewFilm(document, t('newTitle'));
    change(next);
    onOpen(filmPart(next.films.at(-1)?.key ?? ''));
  };
  const missesItem = (film: Film) =>
    linesByCanvas(document).some(({ index }) =>
      problems.some(
        ({ code, path, params }) =>
          code === 'ITEM_MISSING' &&
          path.startsWith(`lines.${index}.`) &&
          film.rolls.some((roll) => canvasKey(film, roll) === params.canvas),
      ),
    );
  return (
    <Panel
      flush
      title={t('title')}
      aside={<span className={classes.quiet}>{t('count', { count: films.length })}</span>}
    >
      <p className={clsx(classes.about, classes.lead)}>{t('about')}</p>
      <ul className={classes.lines}>
        {films.map((film, index) => {
          const part = filmPart(film.key);
          return (
            <li key={film.key} className={clsx(classes.line, part === open && classes.lineOpen)}>
              <PartRow
                title={film.title}
                about={
                  <span className="tabular">
                    {t('rollsAbout', { count: film.rolls.length, rolls: film.rolls.map(formatDecimal).join('; ') })}
                  </span>
                }
                marks={[index === 0 && t('first'), film.onePiece && t('onePieceMark')].filter((mark) => mark !== false)}
                wrong={isWrongBelow(problems, `films.${index}`) || missesItem(film)}
                open={part === open}
                onToggle={() => onOpen(part === open ? null : part)}
              />
              {part === open && <FilmEditor {...props} film={film} index={index} />}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <div className={classes.tools}>
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
