'use client';

import { ActionIcon, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { lampsOnPlan, parseCount } from '../model/room-form';
import type { CountField as Field } from '../model/room-form';
import { stepOnEnter } from './entry-steps';
import type { EntryProps } from './room-entry';
import { useInputMode } from './use-number-pad';
import classes from './room-entry.module.css';

const STEPPERS_WIDTH = 'var(--count-steps)';

/** How many lamps the room has, whether they have a place on the plan or not. */
export function LampCounts(props: Pick<EntryProps, 'room' | 'readOnly' | 'onChange'>) {
  const t = useTranslations('estimates.entry');
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('light')}</legend>
      <div className={`${classes.fields} ${classes.wideFields}`}>
        <CountField {...props} field="spotlights" />
        <CountField {...props} field="chandeliers" />
      </div>
    </fieldset>
  );
}

interface CountFieldProps extends Pick<EntryProps, 'room' | 'readOnly' | 'onChange'> {
  field: Field;
}

function CountField({ room, field, readOnly, onChange }: CountFieldProps) {
  const t = useTranslations('estimates.entry');
  const inputMode = useInputMode('numeric');
  const text = room[field];
  const count = parseCount(text);
  const placed = lampsOnPlan(room.plan, field);
  const set = (value: string) => onChange({ type: 'counts', field, text: value });
  const step = (by: number) => set(String(Math.max(placed, (count ?? 0) + by)));
  const isFewer = count !== null && count < placed;
  const problem = count === null ? t('countInvalid') : isFewer ? t('fewerThanPlaced', { field, count: placed }) : null;
  return (
    <TextInput
      className={classes.count}
      label={t(field)}
      data-step="whole"
      inputMode={inputMode}
      enterKeyHint="next"
      autoComplete="off"
      maxLength={4}
      value={text}
      readOnly={readOnly}
      error={problem}
      rightSectionWidth={readOnly ? undefined : STEPPERS_WIDTH}
      rightSection={
        !readOnly && (
          <span className={classes.countSteps}>
            <ActionIcon
              variant="subtle"
              color="gray"
              tabIndex={-1}
              className={classes.step}
              aria-label={t('less', { name: t(field) })}
              onClick={() => step(-1)}
            >
              <IconMinus size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              tabIndex={-1}
              className={classes.step}
              aria-label={t('more', { name: t(field) })}
              onClick={() => step(1)}
            >
              <IconPlus size={16} />
            </ActionIcon>
          </span>
        )
      }
      onChange={(event) => set(event.currentTarget.value)}
      onKeyDown={stepOnEnter}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
