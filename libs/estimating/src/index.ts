export type {
  Arc,
  DiagonalReading,
  Length,
  RectangleShape,
  RightAngledShape,
  RoomDraft,
  RoomKind,
  RoomShape,
  TriangulatedShape,
} from './shape/room-shape.js';
export { ESTIMATE_LIMITS, SHAPE_LIMITS } from './shape/limits.js';
export { parseRoomShape } from './shape/check-shape.js';
export { roomShapeSchema } from './shape/room-shape-schema.js';
export type { ShapeProblem, ShapeProblemCode } from './shape/shape-problem.js';

export { cornerLabel, cornersLabel, wallLabel } from './geometry/labels.js';
export type { Point } from './geometry/point.js';

export { buildRoom } from './rooms/build-room.js';
export type { BuildRoomResult, BuiltDiagonal, BuiltRoom, CornerKind, Wall, WallArc } from './rooms/built-room.js';
export { rightAngledOptions } from './rooms/right-angled.js';
export type { RightAngledOption } from './rooms/right-angled.js';
export { missingChords } from './rooms/triangulation.js';
export type { Chord } from './rooms/triangulation.js';

export { ruleSetR1 } from './rules/r1.js';
export { getRuleSet } from './rules/registry.js';
export type { BasisKey, RollWidth, RuleItem, RuleLine, RuleSet } from './rules/rule-set.js';

export type {
  EstimateDraft,
  ManualLine,
  PriceBook,
  PricedItem,
  QuantityOverride,
  RoomInput,
} from './estimate/estimate-draft.js';
export type {
  EstimateLine,
  EstimateProblem,
  EstimateProblemCode,
  EstimateResult,
  EstimateTotals,
  Explanation,
  ExplanationNote,
  ExplanationNoteCode,
  ExplanationTerm,
  ExplanationTermName,
  MeasuredRoom,
  RoomMeasures,
  RoomResult,
  UnmeasuredRoom,
} from './estimate/estimate-result.js';
export { computeEstimate } from './estimate/compute-estimate.js';
export { requiredItemCodes } from './estimate/required-item-codes.js';
