'use client';

import type { InvalidParam } from '@smet/api-client';
import type { RoomResult, ShapeProblem } from '@smet/estimating';
import { TextInput } from '@mantine/core';
import { IconBulb, IconLamp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { formatDecimal, formatFixed } from '../../shared/formatting';
import { EmptyState } from '../../shared/ui/empty-state';
import type { BuiltForm } from './drawing/built-form';
import { RoomDrawing } from './drawing/room-drawing';
import type { ActiveEdge } from './drawing/room-drawing';
import type { FormAction, RoomChange } from './model/form-reducer';
import { parseCount } from './model/room-form';
import type { RoomForm } from './model/types';
import type { EditorActions } from './model/use-editor-actions';
import { AddRoom } from './rooms/add-room';
import { locateProblems, problemsOf } from './rooms/field-problems';
import { RoomEntry } from './rooms/room-entry';
import classes from './editor.module.css';

interface RoomPaneProps {
  current: ({ room: RoomForm } & BuiltForm) | null;
  result: RoomResult | undefined;
  /** What the server refused, with paths of the whole draft. */
  invalidParams: readonly InvalidParam[];
  roomIndex: number;
  tried: boolean;
  readOnly: boolean;
  actions: EditorActions;
  dispatch: (action: FormAction) => void;
}

/** Refusals of the server that belong to this room, with paths relative to its shape. */
function refusedShape(params: readonly InvalidParam[], roomIndex: number): ShapeProblem[] {
  const prefix = `draft.rooms.${roomIndex}.shape.`;
  return params
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, code, params: values }) => ({
      code: code as ShapeProblem['code'],
      path: path.slice(prefix.length),
      params: values ?? {},
    }));
}

export function RoomPane(props: RoomPaneProps) {
  const { current, readOnly, actions } = props;
  const t = useTranslations('estimates.rooms');
  return (
    <section className={`${classes.pane} ${classes.drawing}`} aria-label={t('drawing')}>
      {current ? (
        <RoomBody {...props} current={current} />
      ) : (
        <EmptyState
          title={t('nothingToDraw')}
          text={t('nothingToDrawText')}
          action={!readOnly && <AddRoom primary onAdd={actions.addRoom} />}
        />
      )}
    </section>
  );
}

function RoomBody(props: RoomPaneProps & { current: NonNullable<RoomPaneProps['current']> }) {
  const { current, result, invalidParams, roomIndex, tried, readOnly, dispatch } = props;
  const { room, build, outline } = current;
  const t = useTranslations('estimates.rooms');
  const [active, setActive] = useState<ActiveEdge | null>(null);
  const problems = useMemo(() => {
    const all = [...problemsOf(build), ...refusedShape(invalidParams, roomIndex)];
    return locateProblems(room, all, tried);
  }, [room, build, invalidParams, roomIndex, tried]);
  const change = (roomChange: RoomChange) => dispatch({ type: 'room', roomId: room.id, change: roomChange });
  return (
    <>
      <div className={classes.roomHead}>
        <TextInput
          className={classes.roomName}
          variant="unstyled"
          aria-label={t('name')}
          maxLength={200}
          value={room.name}
          readOnly={readOnly}
          error={tried && !room.name.trim() ? t('nameRequired') : null}
          onChange={(event) => change({ type: 'name', name: event.currentTarget.value })}
        />
        <Measures result={result} />
      </div>
      <div className={classes.roomBody}>
        <div className={classes.drawingBox}>
          <RoomDrawing
            outline={outline}
            active={active}
            wrong={problems.wrong}
            title={t('drawingOf', { name: room.name })}
          />
          <Legend room={room} />
        </div>
        <div className={classes.entryBox}>
          <RoomEntry room={room} problems={problems} readOnly={readOnly} onChange={change} onActive={setActive} />
        </div>
      </div>
    </>
  );
}

function Measures({ result }: { result: RoomResult | undefined }) {
  const t = useTranslations('estimates.rooms');
  if (!result || 'problems' in result) return <span className={classes.unfinished}>{t('unfinished')}</span>;
  const { billedArea, billedPerimeter, rollM, strips } = result.measures;
  return (
    <span className={`${classes.measures} tabular`}>
      <b>{t('area', { area: formatFixed(billedArea, 2) })}</b>
      <span>{t('perimeter', { perimeter: formatFixed(billedPerimeter, 2) })}</span>
      <span>
        {t('roll', { roll: formatDecimal(rollM) })}
        {strips > 1 && ` · ${t('strips', { count: strips })}`}
      </span>
    </span>
  );
}

function Legend({ room }: { room: RoomForm }) {
  const t = useTranslations('estimates.drawing');
  const spotlights = parseCount(room.spotlights) ?? 0;
  const chandeliers = parseCount(room.chandeliers) ?? 0;
  if (spotlights + chandeliers === 0) return null;
  return (
    <div className={classes.legend}>
      {spotlights > 0 && (
        <span>
          <IconBulb size={15} aria-hidden /> {t('spotlights', { count: spotlights })}
        </span>
      )}
      {chandeliers > 0 && (
        <span>
          <IconLamp size={15} aria-hidden /> {t('chandeliers', { count: chandeliers })}
        </span>
      )}
    </div>
  );
}
