'use client';

import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Tool } from '../plan/tools';

interface DrawingTools {
  /** What a tap on the drawing places; null: it selects. */
  tool: Tool | null;
  setTool: (tool: Tool | null) => void;
}

const Tools = createContext<DrawingTools>({ tool: null, setTool: () => undefined });

/** Joins a drawing and the panels beside it: a tool chosen in a panel is used on the drawing. */
export function DrawingToolsProvider({ children }: { children: ReactNode }) {
  const [tool, setTool] = useState<Tool | null>(null);
  const value = useMemo(() => ({ tool, setTool }), [tool]);
  return <Tools value={value}>{children}</Tools>;
}

export const useDrawingTools = (): DrawingTools => useContext(Tools);
