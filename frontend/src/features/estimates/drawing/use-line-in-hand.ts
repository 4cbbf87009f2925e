'use client';

import type { LineObjectKind, PointMm } from '@smet/estimating';
import { useEffect, useRef, useState } from 'react';
import { isLineTool } from '../plan/tools';
import type { Tool } from '../plan/tools';
import { useBeforeToolChange } from './drawing-tools';

interface LineInHand {
  tool: LineObjectKind;
  points: PointMm[];
}

/** Two taps closer than this are one. */
const SAME_PLACE_MM = 20;

const isNear = (a: PointMm, b: PointMm | undefined): boolean =>
  b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) < SAME_PLACE_MM;

/** How a line came to its end: by a word, or because its tool was put away. */
export type LineEnd = 'finished' | 'left';

/** A line that is being tapped point by point. Another tool, or none, ends it as it is: nothing that was tapped is lost. */
export function useLineInHand(
  tool: Tool | null,
  onFinish: (kind: LineObjectKind, points: PointMm[], end: LineEnd) => void,
) {
  const [line, setLine] = useState<LineInHand | null>(null);
  const points = isLineTool(tool) && line?.tool === tool ? line.points : [];
  const clear = () => setLine(null);
  const takeBack = () => {
    if (isLineTool(tool) && points.length > 1) setLine({ tool, points: points.slice(0, -1) });
    else clear();
  };
  useUndoOfPoint(points.length > 0, takeBack);
  useBeforeToolChange(() => {
    clear();
    if (isLineTool(tool) && points.length > 1) onFinish(tool, points, 'left');
  });
  return {
    points,
    clear,
    add: (place: PointMm) => {
      if (!isLineTool(tool)) return;
      if (isNear(place, points.at(-1))) return;
      setLine({ tool, points: [...points, place] });
    },
    /** Another point there would be none. */
    endsAt: (place: PointMm): boolean => isNear(place, points.at(-1)),
    takeBack,
    finish: () => {
      clear();
      if (isLineTool(tool) && points.length > 1) onFinish(tool, points, 'finished');
    },
  };
}

/** While a line is in hand Ctrl+Z takes back its last point: the form does not know of it, and would undo another step. */
function useUndoOfPoint(isInHand: boolean, takeBack: () => void): void {
  const latest = useRef(takeBack);
  useEffect(() => {
    latest.current = takeBack;
  });
  useEffect(() => {
    if (!isInHand) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyZ';
      if (!isUndo) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isInHand]);
}
