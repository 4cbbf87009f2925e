import type { Canvas, CanvasPrices } from '../src/layout/canvas.js';
import { layOutCanvas } from '../src/layout/lay-out-canvas.js';
import type { CanvasOptions } from '../src/plan/room-plan.js';
import type { BuiltRoom } from '../src/rooms/built-room.js';
import { ruleSetR1 } from '../src/rules/r1.js';
import type { Film } from '../src/rules/rule-set.js';

/** The canvas of a room that must have one, of the films of R1 unless a film is given. */
export function canvasOf(
  room: BuiltRoom,
  options: CanvasOptions = {},
  { film, prices }: { film?: Film; prices?: CanvasPrices } = {},
): Canvas {
  const result = layOutCanvas(room, film ? [film] : ruleSetR1.films, options, prices);
  if (!result.ok) {
    throw new Error(`No canvas: ${JSON.stringify(result.refusal)}`);
  }
  return result.canvas;
}
