import type { Cutout, Length, LineObjectKind, PlanObject, PointMm, PointObjectKind } from '@smet/estimating';
import { LINE_OBJECT_KINDS, POINT_OBJECT_KINDS } from '@smet/estimating';

export const CUTOUT_TOOLS = ['square-column', 'round-column', 'opening'] as const;
export type CutoutTool = (typeof CUTOUT_TOOLS)[number];

/** What a tap on the drawing places; `seam` is a place the canvas is to be welded at. */
export type Tool = PointObjectKind | LineObjectKind | CutoutTool | 'seam';

/** In the order of the palette: what is placed most comes first. */
export const PALETTE: readonly Exclude<Tool, 'seam'>[] = [...POINT_OBJECT_KINDS, ...LINE_OBJECT_KINDS, ...CUTOUT_TOOLS];

export const isLineTool = (tool: Tool | null): tool is LineObjectKind =>
  LINE_OBJECT_KINDS.includes(tool as LineObjectKind);
export const isCutoutTool = (tool: Tool | null): tool is CutoutTool => CUTOUT_TOOLS.includes(tool as CutoutTool);
export const isPointTool = (tool: Tool | null): tool is PointObjectKind =>
  POINT_OBJECT_KINDS.includes(tool as PointObjectKind);

/** Usual sizes to begin with; the person types the measured ones. */
const COLUMN_MM = 400;
const OPENING_MM: [number, number] = [900, 900];

export function newCutout(tool: CutoutTool, centreMm: PointMm): Cutout<Length> {
  const id = crypto.randomUUID();
  if (tool === 'round-column') return { id, purpose: 'column', kind: 'circle', centreMm, diameterMm: COLUMN_MM };
  const isColumn = tool === 'square-column';
  const sizeMm: [number, number] = isColumn ? [COLUMN_MM, COLUMN_MM] : OPENING_MM;
  return { id, purpose: isColumn ? 'column' : 'opening', kind: 'rectangle', centreMm, sizeMm };
}

export const newPoint = (kind: PointObjectKind, atMm: PointMm): PlanObject => ({
  id: crypto.randomUUID(),
  kind,
  atMm,
});

export const newLine = (kind: LineObjectKind, pointsMm: PointMm[]): PlanObject => ({
  id: crypto.randomUUID(),
  kind,
  pointsMm,
});
