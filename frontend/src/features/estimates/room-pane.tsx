'use client';

import { canvasOfRoom, specifiedRooms } from '@smet/estimating';
import type { Canvas, MeasurementTolerances, RoomPlan, RoomResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../shared/ui/empty-state';
import { CanvasPanel } from './canvas/canvas-panel';
import type { CanvasContext } from './canvas/types';
import type { BuiltForm } from './drawing/built-form';
import { DrawingToolsProvider } from './drawing/drawing-tools';
import { RoomDrawing } from './drawing/room-drawing';
import type { FormAction, RoomChange } from './model/form-reducer';
import type { Refusal } from './model/refusals';
import type { RoomForm } from './model/types';
import type { EditorActions } from './model/use-editor-actions';
import { PlanPanel } from './plan/plan-panel';
import { AddRoom } from './rooms/add-room';
import { drawnLevels, movedLevel } from './rooms/drawn-levels';
import { locateProblems, problemsOf, refusedIn } from './rooms/field-problems';
import { rememberField } from './rooms/entry-steps';
import { NumberPad } from './rooms/number-pad';
import { RoomEntry } from './rooms/room-entry';
import { RoomHead } from './rooms/room-head';
import { RoomLegend } from './rooms/room-legend';
import { RoomTabs } from './rooms/room-tabs';
import type { RoomTab } from './rooms/room-tabs';
import { PadShownProvider, useNumberPad } from './rooms/use-number-pad';
import type { NumberPadState } from './rooms/use-number-pad';
import { useSelection } from './rooms/use-selection';
import { SpecificationNote } from './variants/specification-note';
import panes from './editor.module.css';
import classes from './room-pane.module.css';

export type RoomOfPane = { room: RoomForm } & BuiltForm;

interface RoomPaneProps {
  rooms: readonly RoomOfPane[];
  current: RoomOfPane | null;
  result: RoomResult | undefined;
  context: CanvasContext;
  /** What the server refused and nobody has changed since. */
  refusals: readonly Refusal[];
  tolerances: MeasurementTolerances;
  tried: boolean;
  readOnly: boolean;
  actions: EditorActions;
  dispatch: (action: FormAction) => void;
}

/** The room that is open: its drawing, and beside it what is typed and chosen about it. */
export const RoomPane = memo(function RoomPane(props: RoomPaneProps) {
  const { current, readOnly, actions } = props;
  const t = useTranslations('estimates.rooms');
  const [tab, setTab] = useState<RoomTab>('sizes');
  const pad = useNumberPad();
  return (
    <section className={`${panes.pane} ${panes.drawing}`} aria-label={t('drawing')}>
      {current ? (
        // A tool is for the room it was taken in.
        <DrawingToolsProvider key={current.room.id}>
          <RoomBody {...props} current={current} pad={pad} tab={tab} onTab={setTab} />
        </DrawingToolsProvider>
      ) : (
        <EmptyState
          title={t('nothingToDraw')}
          text={t('nothingToDrawText')}
          action={!readOnly && <AddRoom primary onAdd={actions.addRoom} />}
        />
      )}
    </section>
  );
});

/** A room with nothing measured yet waits for its first reading. */
function useFirstReading({ sides }: RoomForm, focusFirst: (() => void) | null): void {
  const begin = useRef(sides.every((text) => text === '') ? focusFirst : null);
  useEffect(() => {
    begin.current?.();
    begin.current = null;
  }, []);
}

/** The canvas as the estimate takes it, laid out only while it is looked at. */
function useCanvas({ draft, prices, ruleSet }: CanvasContext, roomId: string, isShown: boolean): Canvas | null {
  return useMemo(
    () => (isShown ? canvasOfRoom(draft, roomId, prices, ruleSet) : null),
    [draft, prices, ruleSet, roomId, isShown],
  );
}

/** The sides of the room as the shown variant has them. */
function useSpecifiedSides({ draft, ruleSet }: CanvasContext, roomId: string): RoomPlan['sides'] {
  return useMemo(() => {
    // Of all rooms: which sides of a level hang free is known by its base.
    const specified = specifiedRooms(draft.rooms, draft.specification, ruleSet);
    return specified.find(({ id }) => id === roomId)?.plan?.sides;
  }, [draft, ruleSet, roomId]);
}

interface RoomBodyProps extends RoomPaneProps {
  current: RoomOfPane;
  pad: NumberPadState;
  tab: RoomTab;
  onTab: (tab: RoomTab) => void;
}

function RoomBody(props: RoomBodyProps) {
  const { rooms, current, result, context, refusals, tolerances, tried, pad, tab, readOnly, dispatch } = props;
  const { room, build } = current;
  const t = useTranslations('estimates.rooms');
  const { entry, focusFirst, selected, setSelected, select, activate, openTab } = useSelection({ ...props, room });
  useFirstReading(room, readOnly ? null : focusFirst);
  const problems = useMemo(
    () => locateProblems(room, [...problemsOf(build, result), ...refusedIn(refusals, room.id)], tried),
    [room, build, result, refusals, tried],
  );
  const canvas = useCanvas(context, room.id, tab === 'canvas');
  const sides = useSpecifiedSides(context, room.id);
  const levels = useMemo(() => drawnLevels(rooms, current), [rooms, current]);

  const change = (roomChange: RoomChange) => dispatch({ type: 'room', roomId: room.id, change: roomChange });
  const moveLevel = (id: string, by: { x: number; y: number }) => {
    const level = rooms.find((known) => known.room.id === id);
    const moved = level && movedLevel(level.room, by);
    if (moved) dispatch({ type: 'room', roomId: id, change: moved });
  };
  const isPadShown = pad.shown && !readOnly;
  return (
    <PadShownProvider value={isPadShown}>
      <RoomHead
        room={room}
        built={current}
        result={result}
        tolerances={tolerances}
        tried={tried}
        readOnly={readOnly}
        onChange={change}
      />
      <div className={classes.roomBody} data-room data-pad={isPadShown || undefined}>
        <div className={classes.drawingBox}>
          <RoomDrawing
            room={room}
            built={current}
            sides={sides}
            canvas={canvas}
            levels={levels}
            selected={selected}
            wrong={problems.wrong}
            readOnly={readOnly}
            hasReadings={tab === 'sizes'}
            canDrag={tab === 'plan' && !readOnly}
            title={t('drawingOf', { name: room.name })}
            onSelect={select}
            onFocusThing={setSelected}
            onChange={change}
            onMoveLevel={moveLevel}
          />
          <RoomLegend room={room} />
        </div>
        <div className={classes.side}>
          <RoomTabs tab={tab} onChange={openTab} pad={readOnly ? null : pad} />
          <div key={tab} className={classes.entryBox} data-entry ref={entry} onFocus={rememberField}>
            {tab === 'sizes' && (
              <RoomEntry
                entry={entry}
                room={room}
                built={current}
                problems={problems}
                tolerances={tolerances}
                readOnly={readOnly}
                onChange={change}
                onActive={activate}
                onOpenArc={(side) => {
                  setSelected({ kind: 'side', index: side });
                  openTab('plan');
                }}
              />
            )}
            {tab !== 'sizes' && (
              <SpecificationNote
                specification={context.draft.specification}
                films={context.ruleSet.films}
                about={tab === 'plan' ? 'profile' : 'film'}
              />
            )}
            {tab === 'plan' && (
              <PlanPanel
                room={room}
                built={current}
                levels={levels}
                measures={result && 'measures' in result ? result.measures : null}
                readOnly={readOnly}
                selected={selected}
                onSelect={select}
                onChange={change}
              />
            )}
            {tab === 'canvas' && (
              <CanvasPanel
                room={room}
                canvas={canvas}
                result={result}
                context={context}
                readOnly={readOnly}
                onChange={change}
              />
            )}
          </div>
          {isPadShown && (
            <div className={classes.padBox}>
              <NumberPad entry={entry} />
            </div>
          )}
        </div>
      </div>
    </PadShownProvider>
  );
}
