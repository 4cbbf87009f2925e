'use client';

import type { BuiltRoom, DrawnLevel, PointMm, Snapped } from '@smet/estimating';
import { useCallback, useRef, useState } from 'react';
import { moveThing, placeOf } from '../plan/plan-edits';
import type { Handle, Placed, PlacedChange } from '../plan/plan-edits';
import { snapThing } from '../plan/things';

/** What is held: a thing of this room, or a level, which is a room of its own. */
export type Held = Handle | { kind: 'level'; id: string };

/** A thing on its way: the room looks as if it were there already, the form does not know yet. */
export interface Hold {
  held: Held;
  /** Where it was taken from and where it is now. */
  from: PointMm;
  snapped: Snapped;
}

interface HeldInput {
  room: Placed;
  built: BuiltRoom | null;
  levels: readonly DrawnLevel[];
  onChange: (change: PlacedChange) => void;
  onMoveLevel?: (id: string, byMm: PointMm) => void;
}

function levelPlace(levels: readonly DrawnLevel[], id: string): PointMm | null {
  const corner = levels.find((level) => level.id === id)?.contour[0];
  return corner ? { x: corner.x * 1000, y: corner.y * 1000 } : null;
}

/**
 * Drags one thing: `take` it at a place of the pointer, `move` it along, `drop` it for good or `release` it back. The
 * form hears of a drag once, at its end.
 */
export function useHeld(input: HeldInput) {
  const [hold, setHold] = useState<Hold | null>(null);
  const grip = useRef<{ offset: PointMm; hold: Hold } | null>(null);
  const { room, built, levels, onChange, onMoveLevel } = input;

  const take = (held: Held, pointer: PointMm): boolean => {
    const from = held.kind === 'level' ? levelPlace(levels, held.id) : placeOf(room, held);
    if (!built || !from || (held.kind === 'level' && !onMoveLevel)) return false;
    const begun: Hold = { held, from, snapped: { at: from, guides: [], distances: [] } };
    grip.current = { offset: { x: from.x - pointer.x, y: from.y - pointer.y }, hold: begun };
    setHold(begun);
    return true;
  };
  const move = (pointer: PointMm, toleranceMm: number): void => {
    const gripped = grip.current;
    if (!gripped || !built) return;
    const { offset, hold } = gripped;
    const place = { x: pointer.x + offset.x, y: pointer.y + offset.y };
    const handle = hold.held.kind === 'level' ? null : hold.held;
    gripped.hold = { ...hold, snapped: snapThing(room, built, handle, { place, toleranceMm }) };
    setHold(gripped.hold);
  };
  const release = useCallback(() => {
    grip.current = null;
    setHold(null);
  }, []);
  const drop = (): void => {
    const gripped = grip.current;
    release();
    if (!gripped) return;
    const { held, from, snapped } = gripped.hold;
    const by = { x: snapped.at.x - from.x, y: snapped.at.y - from.y };
    if (by.x === 0 && by.y === 0) return;
    if (held.kind === 'level') onMoveLevel?.(held.id, by);
    else {
      const change = moveThing(room, held, snapped.at);
      if (change) onChange(change);
    }
  };
  return { hold, take, move, drop, release };
}
