'use client';

import { isInsideMm, wallDistances } from '@smet/estimating';
import type { BuiltRoom, PointMm, Scene, Snapped } from '@smet/estimating';
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Placed, PlacedChange } from '../plan/plan-edits';
import { snapThing } from '../plan/things';
import { isLineTool } from '../plan/tools';
import type { Tool } from '../plan/tools';
import type { Gesture } from './gestures';
import { hitTest, REACH_PX } from './hit-test';
import type { Target } from './hit-test';
import { placeWith } from './placing';
import type { Selected } from './selected';
import { mmOf, placeAt } from './targets';
import { useAim } from './use-aim';
import { spotIn, useGestures } from './use-gestures';
import type { Held, useHeld } from './use-held';
import type { useLineInHand } from './use-line-in-hand';
import type { Moves } from './use-view';
import type { Spot } from './viewport';

interface DrawingInput {
  room: Placed;
  built: BuiltRoom | null;
  scene: Scene;
  targets: readonly Target[];
  readOnly: boolean;
  selected: Selected | null;
  /** Things follow a finger; else every stroke moves the view. */
  canDrag: boolean;
  tool: Tool | null;
  setTool: (tool: Tool | null) => void;
  held: ReturnType<typeof useHeld>;
  line: ReturnType<typeof useLineInHand>;
  view: Moves;
  onSelect: (selected: Selected | null) => void;
  /** False when the room would not stand with it. */
  onChange: (change: PlacedChange) => boolean;
}

/** From how far things pull a pointer, in pixels. */
const PULL_PX = { touch: 14, mouse: 8 };

function heldOf({ selects, point }: Target): Held | null {
  if (selects.kind === 'level') return { kind: 'level', id: selects.id };
  if (selects.kind === 'cutout') return { kind: 'cutout', id: selects.id };
  return selects.kind === 'object' ? { kind: 'object', id: selects.id, ...(point !== undefined && { point }) } : null;
}

/** Keys go by whole centimetres: what is nearer than half of one is meant. */
const AIM_MM = 5;

/** What a stroke that begins on a target drags. A level is as large as a room: only the one that was chosen before. */
function gripOf(target: Target | null, selected: Selected | null): { target: Target; held: Held } | null {
  if (!target) return null;
  const { selects } = target;
  const isChosen = selects.kind !== 'level' || (selected?.kind === 'level' && selected.id === selects.id);
  const held = isChosen ? heldOf(target) : null;
  return held && { target, held };
}

/** Where a tool puts a thing: snapped, inside the room; a line may end on a wall. Null beside the room. */
function placeFor(input: DrawingInput, place: PointMm, toleranceMm: number): Snapped | null {
  const { room, built, tool } = input;
  if (!built) return null;
  const snapped = snapThing(room, built, null, { place, toleranceMm });
  const [nearest] = isLineTool(tool) ? wallDistances(built, snapped.at, 1) : [];
  if (nearest && nearest.mm <= toleranceMm) return { at: nearest.to, guides: [], distances: [] };
  const contour = built.contour.map(({ x, y }): PointMm => ({ x: x * 1000, y: y * 1000 }));
  return isInsideMm(contour, snapped.at) ? snapped : null;
}

function place(input: DrawingInput, tool: Tool, snapped: Snapped): void {
  const { room, line, setTool, onSelect, onChange } = input;
  if (isLineTool(tool)) {
    line.add(snapped.at);
    return;
  }
  const placing = placeWith(tool, room, snapped.at);
  if (!placing || !onChange(placing.change)) return;
  if (placing.selects) onSelect(placing.selects);
  // Lamps come in numbers; a column or a seam is one at a time.
  if (placing.selects?.kind !== 'object') setTool(null);
}

/** The place that keys have chosen for the armed tool, and what they do with it. */
function useAimedTool(input: DrawingInput, armed: Tool | null) {
  const { scene, view, line } = input;
  const aim = useAim(armed, () => placeAt(scene.view, view.middle));
  return {
    ...aim,
    /** Null where the tool puts nothing. */
    next: aim.at && placeFor(input, aim.at, AIM_MM),
    place: (): void => {
      const snapped = placeFor(input, aim.at ?? aim.move({ x: 0, y: 0 }), AIM_MM);
      if (!armed || !snapped) return;
      if (line.endsAt(snapped.at)) line.finish();
      else place(input, armed, snapped);
    },
  };
}

/** What pointers do on the drawing: select, place, drag, move the view. */
export function useDrawingInput(input: DrawingInput) {
  const { scene, targets, readOnly, selected, canDrag, tool, held, line, view, onSelect } = input;
  const stroke = useRef<{ isDrag: boolean; isTouch: boolean }>({ isDrag: false, isTouch: false });
  const [hover, setHover] = useState<Snapped | null>(null);
  const armed = readOnly ? null : tool;
  const toleranceOf = (isTouch: boolean, isFree: boolean): number =>
    isFree ? 0 : mmOf(scene.view, isTouch ? PULL_PX.touch : PULL_PX.mouse);
  const targetAt = (at: Spot, isTouch: boolean) => hitTest(targets, at, isTouch ? REACH_PX.touch : REACH_PX.mouse);
  const gripAt = (at: Spot, isTouch: boolean) => (canDrag ? gripOf(targetAt(at, isTouch), selected) : null);
  const pointed = (at: Spot, isTouch: boolean, isFree: boolean) =>
    placeFor(input, placeAt(scene.view, at), toleranceOf(isTouch, isFree));
  const aim = useAimedTool(input, armed);

  const tap = ({ at, isTouch, isSecond }: Extract<Gesture, { type: 'tap' }>, isFree: boolean): void => {
    if (armed && isSecond) return line.finish();
    if (armed) {
      aim.clear();
      const snapped = pointed(at, isTouch, isFree);
      return snapped ? place(input, armed, snapped) : undefined;
    }
    const target = targetAt(at, isTouch);
    if (!target && isSecond) view.fit();
    return onSelect(target?.selects ?? null);
  };
  const begin = ({ at, isTouch }: Extract<Gesture, { type: 'stroke-start' }>): void => {
    const grip = gripAt(at, isTouch);
    const isDrag = grip !== null && held.take(grip.held, placeAt(scene.view, at));
    stroke.current = { isDrag, isTouch };
    if (isDrag) onSelect(grip.target.selects);
    else view.begin();
  };
  const onGesture = (gesture: Gesture, isFree: boolean): void => {
    const { isDrag, isTouch } = stroke.current;
    switch (gesture.type) {
      case 'tap':
        return tap(gesture, isFree);
      case 'stroke-start':
        return begin(gesture);
      case 'stroke':
        if (isDrag) held.move(placeAt(scene.view, gesture.at), toleranceOf(isTouch, isFree));
        else view.pan(gesture.from, gesture.at);
        return undefined;
      case 'stroke-end':
        return isDrag ? held.drop() : view.settle();
      case 'stroke-cancel':
        return isDrag ? held.release() : view.takeBack();
      case 'pinch-start':
        return view.begin();
      case 'pinch':
        view.pinch(gesture.from, gesture.at);
        return undefined;
      case 'pinch-end':
        return view.settle();
      default:
        return gesture satisfies never;
    }
  };
  const gestures = useGestures(onGesture);
  return {
    /** Where the tool would put a thing now. */
    next: armed ? (aim.next ?? hover) : null,
    aim,
    /** A finger put down there would drag something. */
    isGrip: (at: Spot): boolean => gripAt(at, true) !== null,
    /** Takes back a drag that is going on; false when there is none. */
    cancel: (): boolean => {
      if (!held.hold) return false;
      gestures.drop();
      held.release();
      return true;
    },
    handlers: {
      ...gestures.handlers,
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        gestures.handlers.onPointerMove(event);
        const isHover = armed !== null && event.pointerType === 'mouse' && event.buttons === 0;
        if (isHover && aim.at) aim.clear();
        setHover(isHover ? pointed(spotIn(event.currentTarget, event), false, event.altKey) : null);
      },
      onPointerLeave: () => setHover(null),
    },
  };
}
