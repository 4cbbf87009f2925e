'use client';

import { composeScene } from '@smet/estimating';
import type { BuiltRoom, DrawnCanvas, DrawnLevel, Outline, RoomPlan, Scene } from '@smet/estimating';
import { useMemo } from 'react';
import { moveThing } from '../plan/plan-edits';
import type { Placed } from '../plan/plan-edits';
import { astrayIn, isThroughWall } from '../plan/things';
import type { BuiltForm } from './built-form';
import { spotOf } from './targets';
import type { Hold } from './use-held';
import type { Spot, Zoom } from './viewport';

interface SceneInput {
  room: Placed;
  /** Of the variant that is shown, where they differ from the room's own. */
  sides: RoomPlan['sides'];
  outline: Outline;
  canvas: DrawnCanvas | null;
  levels: readonly DrawnLevel[];
  frame: { width: number; height: number };
  zoom: Zoom | null;
  hold: Hold | null;
}

/** The drawing in pixels, with the object that is being dragged where the pointer has it. */
export function useScene({ room, sides, outline, canvas, levels, frame, zoom, hold }: SceneInput): Scene {
  const { width, height } = frame;
  const plan = useMemo(() => {
    if (hold?.held.kind !== 'object') return room.plan;
    const change = moveThing(room, hold.held, hold.snapped.at);
    return change?.type === 'plan' ? change.plan : room.plan;
  }, [room, hold]);
  return useMemo(() => {
    const drawn = sides ? { ...plan, sides } : plan;
    return composeScene({ outline, plan: drawn, canvas, levels }, { width, height, ...(zoom && { zoom }) });
  }, [outline, plan, sides, canvas, levels, width, height, zoom]);
}

/** How far a column or a level that is being dragged is from its place in the scene. */
export function shiftOf(hold: Hold | null, { view }: Scene): { id: string; by: Spot } | null {
  if (!hold || hold.held.kind === 'object') return null;
  const [from, to] = [spotOf(view, hold.from), spotOf(view, hold.snapped.at)];
  return { id: hold.held.id, by: { x: to.x - from.x, y: to.y - from.y } };
}

/** Ids of what lies outside of the room, and with it (`marked`) the column that is just being dragged out of it. */
export function useAstray(room: Placed, built: BuiltRoom | null, hold: Hold | null) {
  const astray = useMemo(() => astrayIn(room, built), [room, built]);
  const isLeaving =
    hold?.held.kind === 'cutout' && built !== null && isThroughWall(room, built, hold.held.id, hold.snapped.at);
  return { astray, marked: isLeaving ? new Set([...astray, hold.held.id]) : astray };
}

/** What of a room is drawn: all of it, or without the diagonals and angles it was measured by. */
export function useShownOutline({ outline }: BuiltForm, hasReadings: boolean): Outline {
  return useMemo(() => (hasReadings ? outline : { ...outline, diagonals: [], angles: [] }), [outline, hasReadings]);
}
