import type { LineObjectKind, PointMm } from '@smet/estimating';
import { addCutout, addObjects, withCanvas } from '../plan/plan-edits';
import type { Placed, PlacedChange } from '../plan/plan-edits';
import { isCutoutTool, isPointTool, newCutout, newLine, newPoint } from '../plan/tools';
import type { Tool } from '../plan/tools';
import type { Selected } from './selected';

/** A change of the room and what is selected after it. */
export interface Placing {
  change: PlacedChange;
  selects: Selected | null;
}

/** What a tap with a tool does; null for tools that need more than one place. */
export function placeWith(tool: Tool, room: Placed, at: PointMm): Placing | null {
  if (tool === 'seam') {
    return { change: { type: 'plan', plan: withCanvas(room.plan, { seamThroughMm: at }) }, selects: null };
  }
  if (isPointTool(tool)) {
    const object = newPoint(tool, at);
    return { change: addObjects(room, [object]), selects: { kind: 'object', id: object.id } };
  }
  if (isCutoutTool(tool)) {
    const cutout = newCutout(tool, at);
    return { change: addCutout(room, cutout), selects: { kind: 'cutout', id: cutout.id } };
  }
  return null;
}

export function placeLine(kind: LineObjectKind, room: Placed, points: PointMm[]): Placing {
  const object = newLine(kind, points);
  return { change: addObjects(room, [object]), selects: { kind: 'object', id: object.id } };
}
