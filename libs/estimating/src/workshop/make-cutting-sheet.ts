import { laidRoom } from '../estimate/canvas-of-room.js';
import type { PriceBook, VariantInput } from '../estimate/estimate-draft.js';
import type { PlacedLevel } from '../estimate/levels.js';
import { withoutLevels } from '../estimate/survey-rooms.js';
import type { Canvas } from '../layout/canvas.js';
import { piecesOf } from '../layout/pieces.js';
import { EMPTY_PLAN } from '../plan/room-plan.js';
import type { RoomPlan } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { RuleSet } from '../rules/rule-set.js';
import { curvesOf } from './cut-line.js';
import { cutPiece } from './cut-piece.js';
import type { CuttingSheet } from './cutting-sheet.js';

/** A room whose canvas is to be cut. */
export interface RoomToCut {
  /** As its canvas was laid out: what its levels leave of it. */
  room: BuiltRoom;
  canvas: Canvas;
  plan?: RoomPlan;
  levels?: readonly PlacedLevel[];
}

export interface CuttingOptions {
  /** Turned over, left for right, against what the plan shows; so by default. */
  mirrored?: boolean;
}

/**
 * The cutting sheet of a laid out canvas. Each point of the room lies at kx of its place along the strips and ky across
 * them; a textile, which does not shrink, is cut larger by its allowance. The strips together are cut to the area of the
 * canvas, but for three things: curves are true here, while the layout sees an arc as 24 chords, so that strips are a few
 * millimetres longer and an arc is cut off where the roll ends; a textile is cut with its corners, which the measure of
 * the canvas leaves out, and without its holes, which are cut when it is mounted.
 */
export function cuttingSheet(
  { room, canvas, plan = EMPTY_PLAN, levels = [] }: RoomToCut,
  { mirrored = true }: CuttingOptions = {},
): CuttingSheet {
  const { film, rollM } = canvas;
  const curves = curvesOf(room, levels);
  const canvases = canvas.parts ?? [canvas];
  return {
    mirrored,
    film: { key: film.key, material: film.material },
    rollMm: Number(rollM) * 1000,
    allowanceMm: film.allowanceM * 1000,
    pieces: piecesOf(room).map((piece, index) =>
      cutPiece({
        number: index + 1,
        room: piece,
        canvas: canvases[index]!,
        curves,
        objects: plan.objects ?? [],
        mirrored,
      }),
    ),
  };
}

/**
 * The cutting sheet of a room of a variant, by the canvas computeEstimate takes for it; a level is a room of its own. Null
 * when the room is not there, or cannot be built or cut.
 */
export function cuttingSheetOfRoom(
  { draft, roomId }: { draft: Pick<VariantInput, 'rooms' | 'specification'>; roomId: string },
  priceBook: PriceBook,
  ruleSet: RuleSet,
  options: CuttingOptions = {},
): CuttingSheet | null {
  const laid = laidRoom(draft, roomId, priceBook, ruleSet);
  return laid && cuttingSheet({ ...laid, room: withoutLevels(laid.room, laid.levels).canvas }, options);
}
