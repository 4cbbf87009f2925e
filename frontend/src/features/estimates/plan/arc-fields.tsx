'use client';

import { SegmentedControl, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { parseCentimetres } from '../../../shared/formatting';
import type { RoomChange } from '../model/room-changes';
import type { ArcField, RoomForm } from '../model/types';
import { useInputMode } from '../rooms/use-number-pad';
import classes from './plan.module.css';

interface ArcFieldsProps {
  room: RoomForm;
  side: number;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
}

const FORMS = ['straight', 'outward', 'inward'] as const;
const MEASURES = ['sagitta', 'radius'] as const;

/** A wall that is an arc: which way it bulges and how it was measured. */
export function ArcFields({ room, side, readOnly, onChange }: ArcFieldsProps) {
  const t = useTranslations('plan.arc');
  const inputMode = useInputMode('decimal');
  const arc = room.arcs.find((known) => known.side === side) ?? null;
  const change = (next: ArcField | null) => onChange({ type: 'arc', side, arc: next });
  const isWrong = arc !== null && arc.text.trim() !== '' && parseCentimetres(arc.text) === null;
  return (
    <div className={classes.arc}>
      <SegmentedControl
        fullWidth
        aria-label={t('label')}
        readOnly={readOnly}
        data={FORMS.map((value) => ({ value, label: t(value) }))}
        value={arc?.bulges ?? 'straight'}
        onChange={(value) => {
          if (value === 'straight') change(null);
          else change({ side, by: 'sagitta', text: '', ...arc, bulges: value });
        }}
      />
      {arc && (
        <div className={classes.pair}>
          <SegmentedControl
            className={classes.grow}
            fullWidth
            aria-label={t('by')}
            readOnly={readOnly}
            data={MEASURES.map((value) => ({ value, label: t(value) }))}
            value={arc.by}
            onChange={(value) => change({ ...arc, by: value, text: '' })}
          />
          <TextInput
            className={`${classes.typed} ${classes.arcValue}`}
            aria-label={t(`${arc.by}Label`)}
            data-step
            inputMode={inputMode}
            autoComplete="off"
            maxLength={9}
            placeholder="0"
            value={arc.text}
            readOnly={readOnly}
            error={isWrong ? t('invalid') : null}
            rightSection={<span className={classes.unit}>{t('cm')}</span>}
            rightSectionPointerEvents="none"
            onChange={(event) => change({ ...arc, text: event.currentTarget.value })}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      )}
    </div>
  );
}
