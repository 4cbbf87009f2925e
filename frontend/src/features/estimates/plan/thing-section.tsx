'use client';

import { Button } from '@mantine/core';
import type { BuiltRoom, LineObject } from '@smet/estimating';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { RoomForm } from '../model/types';
import { CutoutFields } from './cutout-fields';
import { useThingNames } from './names';
import { PlaceFields } from './place-fields';
import { changeObject, findCutout, findObject, lineLengthMm, removeThing, withLineLength } from './plan-edits';
import type { Handle, PlacedChange } from './plan-edits';
import { CentimetreField } from './typed-field';
import panels from '../panel.module.css';

interface ThingSectionProps {
  room: RoomForm;
  built: BuiltRoom | null;
  handle: Handle;
  readOnly: boolean;
  /** False when the room would not stand with it. */
  onChange: (change: PlacedChange & { gesture?: string }) => boolean;
  onRemoved: () => void;
}

/** One thing of the plan: where it is, how large, and away with it. */
export function ThingSection({ room, built, handle, readOnly, onChange, onRemoved }: ThingSectionProps) {
  const t = useTranslations('plan.panel');
  const names = useThingNames(room);
  const object = handle.kind === 'object' ? findObject(room, handle.id) : null;
  const cutout = handle.kind === 'cutout' ? findCutout(room, handle.id) : null;
  if (!object && !cutout) return null;
  const line = object && 'pointsMm' in object ? object : null;
  // What is typed in one field is one step; a field that is left ends it.
  const change = (typed: PlacedChange): boolean => onChange({ ...typed, gesture: `typed ${handle.id}` });
  const shared = { room, built, readOnly, onChange: change };
  return (
    <section className={panels.section} key={handle.id}>
      <h3 className={panels.title}>
        {names.get(handle.id)}
        {!readOnly && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            leftSection={<IconTrash size={15} />}
            onClick={() => {
              onChange(removeThing(room, handle));
              onRemoved();
            }}
          >
            {t('remove')}
          </Button>
        )}
      </h3>
      {cutout && <CutoutFields {...shared} cutout={cutout} />}
      {line ? (
        <>
          <LineLength room={room} line={line} readOnly={readOnly} onChange={change} />
          <PlaceFields {...shared} handle={{ ...handle, point: 0 }} title={t('lineStart')} most={2} />
          <PlaceFields
            {...shared}
            handle={{ ...handle, point: line.pointsMm.length - 1 }}
            title={t('lineEnd')}
            most={2}
          />
        </>
      ) : (
        <PlaceFields {...shared} handle={handle} title={t('toWalls')} hasCoordinates />
      )}
    </section>
  );
}

interface LineLengthProps extends Pick<ThingSectionProps, 'room' | 'readOnly'> {
  line: LineObject;
  onChange: (change: PlacedChange) => boolean;
}

function LineLength({ room, line, readOnly, onChange }: LineLengthProps) {
  const t = useTranslations('plan.panel');
  return (
    <CentimetreField
      label={t('lineLength')}
      mm={Math.round(lineLengthMm(line.pointsMm))}
      unit={t('cm')}
      readOnly={readOnly}
      onCommit={(mm) => {
        const pointsMm = withLineLength(line.pointsMm, mm);
        return pointsMm !== null && onChange(changeObject(room, line.id, () => ({ ...line, pointsMm })));
      }}
    />
  );
}
