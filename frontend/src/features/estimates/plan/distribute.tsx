'use client';

import { Button, TextInput } from '@mantine/core';
import { distributeSpotlights, MOST_DISTRIBUTED } from '@smet/estimating';
import type { BuiltRoom, DrawnLevel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { parseCount } from '../model/room-form';
import type { RoomForm } from '../model/types';
import { useInputMode } from '../rooms/use-number-pad';
import { withObjects } from './plan-edits';
import type { PlacedChange } from './plan-edits';
import { newPoint } from './tools';
import classes from './plan.module.css';

interface DistributeProps {
  room: RoomForm;
  built: BuiltRoom | null;
  /** Rooms within this one: their lamps are their own. */
  levels: readonly DrawnLevel[];
  onChange: (change: PlacedChange) => void;
}

const FIRST_COUNT = 6;

/** So many spotlights in even rows, in place of those that are on the plan. */
export function Distribute({ room, built, levels, onChange }: DistributeProps) {
  const t = useTranslations('plan.panel');
  const inputMode = useInputMode('numeric');
  const [typed, setTyped] = useState<string | null>(null);
  const [missing, setMissing] = useState(0);
  const text = typed ?? String(parseCount(room.spotlights) || FIRST_COUNT);
  const count = parseCount(text);
  const isWrong = count === null || count < 1 || count > MOST_DISTRIBUTED;
  const distribute = () => {
    if (!built || isWrong) return;
    const contours = levels.map(({ contour }) => contour);
    const places = distributeSpotlights(built, count, contours);
    setMissing(count - places.length);
    setTyped(null);
    onChange(
      withObjects(room.plan, (objects) => [
        ...objects.filter(({ kind }) => kind !== 'spotlight'),
        ...places.map((at) => newPoint('spotlight', at)),
      ]),
    );
  };
  return (
    <form
      className={classes.distribute}
      onSubmit={(event) => {
        event.preventDefault();
        distribute();
      }}
    >
      <TextInput
        aria-label={t('distributeCount')}
        className={classes.count}
        data-step="whole"
        inputMode={inputMode}
        autoComplete="off"
        maxLength={3}
        value={text}
        error={isWrong}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button type="submit" variant="default" disabled={!built || isWrong}>
        {t('distribute')}
      </Button>
      {missing > 0 && (
        <p role="alert" className={classes.note}>
          {t('distributeMissing', { count: missing })}
        </p>
      )}
    </form>
  );
}
