'use client';

import type { LineObjectKind, PointMm } from '@smet/estimating';
import { useState } from 'react';
import { isLineTool } from '../plan/tools';
import type { Tool } from '../plan/tools';

interface LineInHand {
  tool: LineObjectKind;
  points: PointMm[];
}

/** Two taps closer than this are one. */
const SAME_PLACE_MM = 20;

/** A line that is being tapped point by point; another tool begins anew. */
export function useLineInHand(tool: Tool | null, onFinish: (kind: LineObjectKind, points: PointMm[]) => void) {
  const [line, setLine] = useState<LineInHand | null>(null);
  const points = isLineTool(tool) && line?.tool === tool ? line.points : [];
  const clear = () => setLine(null);
  return {
    points,
    clear,
    add: (place: PointMm) => {
      if (!isLineTool(tool)) return;
      const last = points.at(-1);
      if (last && Math.hypot(place.x - last.x, place.y - last.y) < SAME_PLACE_MM) return;
      setLine({ tool, points: [...points, place] });
    },
    takeBack: () => (isLineTool(tool) && points.length > 1 ? setLine({ tool, points: points.slice(0, -1) }) : clear()),
    finish: () => {
      clear();
      if (isLineTool(tool) && points.length > 1) onFinish(tool, points);
    },
  };
}
