'use client';

import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Tool } from '../plan/tools';

interface DrawingTools {
  /** What a tap on the drawing places; null: it selects. */
  tool: Tool | null;
  setTool: (tool: Tool | null) => void;
  /** Calls back before another tool is taken, or none; returns what ends that. */
  beforeChange: (call: () => void) => () => void;
}

const Tools = createContext<DrawingTools>({
  tool: null,
  setTool: () => undefined,
  beforeChange: () => () => undefined,
});

/** Joins a drawing and the panels beside it: a tool chosen in a panel is used on the drawing. */
export function DrawingToolsProvider({ children }: { children: ReactNode }) {
  const [tool, take] = useState<Tool | null>(null);
  const calls = useRef(new Set<() => void>());
  const value = useMemo(
    () => ({
      tool,
      setTool: (next: Tool | null) => {
        for (const call of calls.current) call();
        take(next);
      },
      beforeChange: (call: () => void) => {
        const known = calls.current;
        known.add(call);
        return () => void known.delete(call);
      },
    }),
    [tool],
  );
  return <Tools value={value}>{children}</Tools>;
}

export const useDrawingTools = (): DrawingTools => useContext(Tools);

/** Before the tool in hand is put away or another one is taken. */
export function useBeforeToolChange(call: () => void): void {
  const { beforeChange } = useDrawingTools();
  useEffect(() => beforeChange(call), [beforeChange, call]);
}
