'use client';

import type { PointMm, View } from '@smet/estimating';
import type { KeyboardEvent } from 'react';
import { moveThing, placeOf, removeThing } from '../plan/plan-edits';
import type { Handle, Placed, PlacedChange } from '../plan/plan-edits';
import type { Selected } from './selected';
import type { useLineInHand } from './use-line-in-hand';
import type { Moves } from './use-view';

interface KeysInput {
  room: Placed;
  view: Moves;
  screen: View;
  selected: Selected | null;
  readOnly: boolean;
  /** A tool waits for a place; without one the keys are for what is selected. */
  isArmed: boolean;
  aim: { at: PointMm | null; move: (byMm: PointMm) => void; place: () => void };
  line: ReturnType<typeof useLineInHand>;
  /** Takes back what is going on: a drag, a tool, at last the selection. */
  onEscape: () => void;
  onSelect: (selected: Selected | null) => void;
  onChange: (change: PlacedChange & { gesture?: string }) => void;
  onMoveLevel?: (id: string, byMm: PointMm) => void;
}

const ARROWS: Record<string, PointMm> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEP_MM = 10;
const LONG_STEP_MM = 100;
const PAN_PX = 40;

const movable = (selected: Selected | null): Extract<Selected, { id: string }> | null =>
  selected && 'id' in selected ? selected : null;

/** Keys of the drawing; they work while it or one of its things has the focus. */
export function useKeys(input: KeysInput): (event: KeyboardEvent) => void {
  const { room, view, screen, selected, readOnly, isArmed, aim, line, onEscape, onSelect, onChange, onMoveLevel } =
    input;
  const thing = readOnly ? null : movable(selected);

  const nudge = (arrow: PointMm, isLong: boolean): void => {
    const step = isLong ? LONG_STEP_MM : STEP_MM;
    // Up on the screen is up for the person, whichever way the frame of the room points.
    const by = { x: arrow.x * step, y: arrow.y * step * (screen.isMirrored ? 1 : -1) };
    if (isArmed && (aim.at !== null || !thing)) {
      aim.move(by);
      return;
    }
    if (!thing) {
      view.panBy(-arrow.x * PAN_PX, -arrow.y * PAN_PX);
      return;
    }
    if (thing.kind === 'level') {
      onMoveLevel?.(thing.id, by);
      return;
    }
    const handle: Handle = { kind: thing.kind, id: thing.id };
    const place = placeOf(room, handle);
    const change = place && moveThing(room, handle, { x: place.x + by.x, y: place.y + by.y });
    if (change) onChange({ ...change, gesture: `nudge ${thing.id}` });
  };
  const remove = (): void => {
    if (!thing || thing.kind === 'level') return;
    onChange(removeThing(room, { kind: thing.kind, id: thing.id }));
    onSelect(null);
  };
  const actions: Record<string, () => void> = {
    '+': view.zoomIn,
    '=': view.zoomIn,
    '-': view.zoomOut,
    '0': view.fit,
    Escape: onEscape,
    Delete: remove,
    Backspace: line.points.length > 0 ? line.takeBack : remove,
    ...(isArmed && { Enter: line.points.length > 0 && aim.at === null ? line.finish : aim.place }),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const action = arrow ? () => nudge(arrow, event.shiftKey) : actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}
