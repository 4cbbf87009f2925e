'use client';

import type { PointMm } from '@smet/estimating';
import { useState } from 'react';
import type { Tool } from '../plan/tools';

/** A place for the armed tool chosen by keys: first the middle of what is shown, then wherever the arrows lead it. */
export function useAim(tool: Tool | null, middle: () => PointMm) {
  const [aim, setAim] = useState<{ tool: Tool; at: PointMm } | null>(null);
  const at = aim !== null && aim.tool === tool ? aim.at : null;
  return {
    /** Null until a key asks for it, and again once a pointer is used. */
    at,
    clear: () => setAim(null),
    move: (by: PointMm): PointMm => {
      const from = at ?? middle();
      const to = { x: from.x + by.x, y: from.y + by.y };
      setAim(tool && { tool, at: to });
      return to;
    },
  };
}
