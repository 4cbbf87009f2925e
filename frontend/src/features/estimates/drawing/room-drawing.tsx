'use client';

import type { DrawnCanvas, DrawnLevel, LineObjectKind, PointMm, RoomPlan } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSize } from '../../../shared/ui/use-size';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import { fits } from '../plan/fits';
import { useThingNames } from '../plan/names';
import type { PlacedChange } from '../plan/plan-edits';
import type { Tool } from '../plan/tools';
import type { BuiltForm } from './built-form';
import { useDrawingTools } from './drawing-tools';
import { DrawingNotes } from './drawing-notes';
import { Picture } from './picture';
import { placeLine } from './placing';
import type { ActiveEdge, Selected } from './selected';
import { useSpoken } from './spoken';
import { targetsOf } from './targets';
import { ToolBanner } from './tool-banner';
import { useDrawingInput } from './use-drawing-input';
import { useHeld } from './use-held';
import { useKeys } from './use-keys';
import { useLineInHand } from './use-line-in-hand';
import type { LineEnd } from './use-line-in-hand';
import { useAstray, useScene, useShownOutline } from './use-scene';
import { useTouchGuard } from './use-touch-guard';
import { useView, useZoom } from './use-view';
import { boundsOf } from './viewport';
import { ZoomButtons } from './zoom-buttons';
import colours from './colours.module.css';
import classes from './drawing.module.css';

export type { ActiveEdge } from './selected';

export interface RoomDrawingProps {
  room: RoomForm;
  built: BuiltForm;
  /** Sides as the shown variant has them. */
  sides?: RoomPlan['sides'];
  /** Strips and seams to lay over the room; null when they are not to be seen. */
  canvas: DrawnCanvas | null;
  /** Rooms that are levels in this one. */
  levels: readonly DrawnLevel[];
  selected: Selected | null;
  /** Walls and diagonals whose lengths cannot be. */
  wrong: readonly ActiveEdge[];
  readOnly: boolean;
  /** Diagonals and angles are in sight; they are in the way of lamps and seams. */
  hasReadings: boolean;
  /** Things can be dragged. */
  canDrag: boolean;
  title: string;
  onSelect: (selected: Selected | null) => void;
  /** The Tab key came to a thing: it is selected, and nothing else happens. */
  onFocusThing: (selected: Selected) => void;
  onChange: (change: RoomChange) => void;
  /** A level was dragged; without it levels stay where they are. */
  onMoveLevel?: (id: string, byMm: PointMm) => void;
}

/** The drawing of a room: what is on it can be pointed at, moved and added to. */
export function RoomDrawing(props: RoomDrawingProps) {
  return <Drawing key={props.room.id} {...props} />;
}

/** What the server draws before the size of the pane is known. */
const FIRST_SIZE = { width: 640, height: 420 };

function Drawing(props: RoomDrawingProps) {
  const {
    room,
    built,
    sides,
    canvas,
    levels,
    selected,
    wrong,
    readOnly,
    hasReadings,
    canDrag,
    title,
    onSelect,
    onFocusThing,
    onChange,
    onMoveLevel,
  } = props;
  const t = useTranslations('plan.drawing');
  const { tool, setTool } = useDrawingTools();
  const hintId = useId();
  const frameRef = useShownWith(tool);
  const [sizeRef, size] = useSize();
  const frame = size ?? FIRST_SIZE;
  const builtRoom = built.build.ok ? built.build.room : null;
  const zoom = useZoom();
  // Said until something else is done.
  const [refused, setRefused] = useState<{ room: RoomForm; selected: Selected | null } | null>(null);
  const isRefused = refused !== null && refused.room === room && refused.selected === selected;
  const take = (change: PlacedChange): boolean => {
    const isTaken = fits(room, builtRoom, change);
    setRefused(isTaken ? null : { room, selected });
    if (isTaken) onChange(change);
    return isTaken;
  };
  const held = useHeld({ room, built: builtRoom, levels, onChange: take, ...(onMoveLevel && { onMoveLevel }) });
  const outline = useShownOutline(built, hasReadings);
  const scene = useScene({ room, sides, outline, canvas, levels, frame, zoom: zoom[0], hold: held.hold });
  const targets = useMemo(
    () => targetsOf({ outline, built: builtRoom, levels, scene }),
    [outline, builtRoom, levels, scene],
  );
  const bounds = useMemo(() => boundsOf(outline.corners.map(({ at }) => at)), [outline]);
  const { wheel, picture, ...view } = useView(scene.view, { ...frame, bounds }, zoom);
  const line = useLineInHand(tool, (kind: LineObjectKind, points: PointMm[], end: LineEnd) => {
    const placing = placeLine(kind, room, points);
    onChange(placing.change);
    if (end === 'finished') onSelect(placing.selects);
  });
  const shared = { room, readOnly, selected, line, view, onSelect, onChange: take };
  const input = useDrawingInput({ ...shared, canDrag, built: builtRoom, scene, targets, tool, setTool, held });
  const surface = useSurface(wheel, useTouchGuard(input.isGrip));
  const onEscape = () => {
    if (input.cancel()) return;
    if (line.points.length > 0) line.clear();
    else if (tool) setTool(null);
    else onSelect(null);
  };
  const onKeyDown = useKeys({
    ...shared,
    screen: scene.view,
    isArmed: !readOnly && tool !== null,
    aim: input.aim,
    onEscape,
    ...(onMoveLevel && { onMoveLevel }),
  });
  const names = useThingNames(room);
  const nameOf = (id: string): string => names.get(id) ?? levels.find((level) => level.id === id)?.label ?? t('level');
  const spoken = useSpoken({ room, built: builtRoom, selected, nameOf });
  const { astray, marked } = useAstray(room, builtRoom, held.hold);

  return (
    <figure className={classes.figure} aria-label={title}>
      <div ref={frameRef} className={classes.canvas} data-tool={(!readOnly && tool) || undefined}>
        <div ref={sizeRef} className={classes.stage}>
          {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions --
            an application with pointers and keys of its own: there is no element for that */}
          <div
            ref={surface}
            role="application"
            aria-label={t('label')}
            aria-describedby={hintId}
            tabIndex={0}
            className={`${classes.surface} ${colours.colours}`}
            data-tool={(!readOnly && tool) || undefined}
            data-whole={(tool === null && (zoom[0]?.scale ?? 1) <= 1) || undefined}
            data-holding={held.hold !== null || undefined}
            onKeyDown={onKeyDown}
            // The press itself moves the focus; the mouse event after a touch would take it from a field again.
            onMouseDown={(event) => event.preventDefault()}
            {...input.handlers}
          >
            <Picture
              {...{ ref: picture, room, builtRoom, canvas, selected, wrong, scene, frame, nameOf, onSelect }}
              astray={marked}
              hold={held.hold}
              onFocus={onFocusThing}
              next={input.next}
              aim={input.aim.at}
              linePoints={line.points}
            />
          </div>
          {/* oxlint-enable */}
        </div>
        <p id={hintId} className={classes.spoken}>
          {t('keys')}
        </p>
        {!readOnly && <ToolBanner tool={tool} isReady={builtRoom !== null} line={line} onClose={() => setTool(null)} />}
        <ZoomButtons onIn={view.zoomIn} onOut={view.zoomOut} onFit={view.fit} isFit={zoom[0] === null} />
        <div aria-live="polite" className={classes.spoken}>
          {spoken}
        </div>
      </div>
      <DrawingNotes isScheme={outline.state === 'scheme'} isRefused={isRefused} astray={astray.size} />
    </figure>
  );
}

type Listening = (element: HTMLElement | null) => (() => void) | undefined;

/** What listens to the drawing past React, which cannot stop a page that scrolls. */
function useSurface(wheel: Listening, touch: Listening): Listening {
  return useCallback(
    (element) => {
      const ends = [wheel(element), touch(element)];
      return () => ends.forEach((end) => end?.());
    },
    [wheel, touch],
  );
}

/** On a small screen the palette is below the drawing: a chosen tool brings the drawing back into view. */
function useShownWith(tool: Tool | null) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tool) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [tool]);
  return ref;
}
