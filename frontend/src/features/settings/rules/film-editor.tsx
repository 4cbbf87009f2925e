'use client';

import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Film } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatCentimetres } from '../../../shared/formatting';
import { DecimalField } from './decimal-field';
import { FilmRolls } from './film-rolls';
import { factorOf, percentOf, withFilm, withoutFilm } from './films';
import { OtherProblems } from './other-problems';
import { movedBy } from './rule-document';
import type { RulesOpenPartProps } from './rules-context';
import classes from './rules.module.css';

interface FilmEditorProps extends RulesOpenPartProps {
  film: Film;
  index: number;
}

const ROTATIONS = ['any', 'walls', 'chosen'] as const;
const CM = { min: 0, max: 100, scale: 1 };
const MM_IN_CM = 10;

/** Everything a film says: its name, how it shrinks and lies, its rolls and what they are sold as. */
export function FilmEditor(props: FilmEditorProps) {
  const { document, change, problems, readOnly, film, index } = props;
  const t = useTranslations('rules.films');
  const line = useTranslations('rules.line');
  const set = (part: Partial<Film>) => change(withFilm(document, index, { ...film, ...part }));
  return (
    <div className={classes.editor}>
      <div className={classes.fields}>
        <TextInput
          label={t('titleField')}
          description={t('name', { key: film.key })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          autoComplete="off"
          value={film.title}
          readOnly={readOnly}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Select
          label={t('material')}
          data={(['pvc', 'textile'] as const).map((value) => ({ value, label: line(value) }))}
          value={film.material}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(material) => material && set({ material })}
        />
        <Select
          label={t('rotation')}
          data={ROTATIONS.map((value) => ({ value, label: t(`rotations.${value}`) }))}
          value={film.rotation}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(rotation) => rotation && set({ rotation })}
        />
        <DecimalField
          label={t('allowance')}
          value={formatCentimetres(film.allowanceM * 1000)}
          bounds={CM}
          readOnly={readOnly}
          onChange={(cm) => cm !== null && set({ allowanceM: Math.round(Number(cm) * MM_IN_CM) / 1000 })}
        />
      </div>
      <ShrinkFields film={film} readOnly={readOnly} set={set} />
      <Checkbox
        label={t('onePiece')}
        checked={film.onePiece}
        disabled={readOnly}
        onChange={(event) => set({ onePiece: event.currentTarget.checked })}
      />
      <OtherProblems problems={problems} path={`films.${index}`} />
      <FilmRolls {...props} />
      {!readOnly && <FilmPlace {...props} />}
    </div>
  );
}

const PERCENT = { min: 0, max: 50, scale: 1 };

interface ShrinkFieldsProps {
  film: Film;
  readOnly: boolean;
  set: (part: Partial<Film>) => void;
}

/** How much smaller than the room it is cut, in percent: as a rule, at most, and at most over a sliver left out. */
function ShrinkFields({ film: { shrink, tightest }, readOnly, set }: ShrinkFieldsProps) {
  const t = useTranslations('rules.films');
  const { along, across } = shrink;
  const field = (label: string, factor: number, onFactor: (factor: number) => void) => (
    <DecimalField
      label={label}
      value={percentOf(factor)}
      bounds={PERCENT}
      readOnly={readOnly}
      onChange={(percent) => percent !== null && onFactor(factorOf(percent))}
    />
  );
  const setAlong = (part: Partial<typeof along>) => set({ shrink: { ...shrink, along: { ...along, ...part } } });
  const setAcross = (part: Partial<typeof across>) => set({ shrink: { ...shrink, across: { ...across, ...part } } });
  return (
    <div>
      <div className={classes.fields}>
        {field(t('shrinkAlong'), along.default, (value) => setAlong({ default: value }))}
        {field(t('shrinkAlongMost'), along.min, (min) => setAlong({ min }))}
        {field(t('shrinkAcross'), across.default, (value) => setAcross({ default: value }))}
        {field(t('shrinkAcrossMost'), across.min, (min) => setAcross({ min }))}
        {field(t('tightest'), tightest, (value) => set({ tightest: value }))}
      </div>
      <p className={classes.hint}>{t('shrinkAbout')}</p>
    </div>
  );
}

/** Up to the first place, where it is what rooms have by default, down, and away. */
function FilmPlace({ document, change, onOpen, index }: FilmEditorProps) {
  const t = useTranslations('rules.films');
  const line = useTranslations('rules.line');
  const { films } = document;
  const move = (by: -1 | 1) => change({ ...document, films: movedBy(films, index, by) as unknown as typeof films });
  const remove = () => {
    onOpen(null);
    change(withoutFilm(document, index));
  };
  return (
    <div>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowUp size={15} aria-hidden />}
          disabled={index === 0}
          onClick={() => move(-1)}
        >
          {line('up')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowDown size={15} aria-hidden />}
          disabled={index === films.length - 1}
          onClick={() => move(1)}
        >
          {line('down')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          disabled={films.length === 1}
          onClick={remove}
        >
          {t('remove')}
        </Button>
      </Group>
      <p className={classes.hint}>{films.length === 1 ? t('last') : t('removeAbout')}</p>
    </div>
  );
}
