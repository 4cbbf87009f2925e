export type {
  AngleReading,
  Arc,
  ArcByRadius,
  ArcBySagitta,
  Cutout,
  DiagonalReading,
  Length,
  Lettering,
  PointMm,
  PolygonalCutout,
  RectangularCutout,
  RoundCutout,
  RectangleShape,
  RightAngledShape,
  RoomDraft,
  RoomKind,
  RoomShape,
  TriangulatedShape,
} from './shape/room-shape.js';
export {
  CANVAS_PREFERENCES,
  EMPTY_PLAN,
  LINE_OBJECT_KINDS,
  POINT_OBJECT_KINDS,
  PROFILE_KINDS,
  WALL_MATERIALS,
} from './plan/room-plan.js';
export type {
  CanvasOptions,
  CanvasPreference,
  Inset,
  LineObject,
  LineObjectKind,
  PlanObject,
  PointObject,
  PointObjectKind,
  ProfileKind,
  RoomPlan,
  SideAttributes,
  WallMaterial,
} from './plan/room-plan.js';
export { distributeSpotlights, MOST_DISTRIBUTED } from './plan/distribute-spotlights.js';
export { lacksReason } from './plan/misclosure-reason.js';
export { objectsOutside } from './plan/objects-outside.js';
export { snapPlace } from './plan/snapping.js';
export type { Guide, GuideKind, Snapped, SnapOptions } from './plan/snapping.js';
export { isInsideMm, placeAtDistance, wallDistances, wallLineMm } from './plan/wall-distances.js';
export type { WallDistance } from './plan/wall-distances.js';
export { parseRoomPlan, roomPlanSchema } from './plan/check-plan.js';
export type { PlanProblem, PlanProblemCode } from './plan/plan-problem.js';
export type { JsonSchema } from './documents/json-schema.js';
export { ESTIMATE_LIMITS, PLAN_LIMITS, SHAPE_LIMITS } from './shape/limits.js';
export { parseRoomShape } from './shape/check-shape.js';
export { roomShapeSchema } from './shape/room-shape-schema.js';
export type { ShapeProblem, ShapeProblemCode } from './shape/shape-problem.js';

export { cornerLabel, cornersLabel, cutoutLabel, wallLabel } from './geometry/labels.js';
export type { Point } from './geometry/point.js';

export { buildRoom } from './rooms/build-room.js';
export type {
  BuildRoomResult,
  BuiltCurve,
  BuiltCutout,
  BuiltDiagonal,
  BuiltRoom,
  CornerKind,
  ReadingRef,
  ReadingsCheck,
  Wall,
  WallArc,
} from './rooms/built-room.js';
export { placeInset } from './rooms/insets.js';
export type { PlacedInset, PlaceInsetResult } from './rooms/insets.js';
export { ROOM_PRESETS } from './rooms/presets.js';
export type { RoomPreset, RoomPresetName } from './rooms/presets.js';
export { rightAngledOptions } from './rooms/right-angled.js';
export type { RightAngledOption } from './rooms/right-angled.js';
export { assessReadings } from './rooms/assess-readings.js';
export type { ReadingsAssessment } from './rooms/assess-readings.js';
export { suggestReadings } from './rooms/suggest-readings.js';
export type { SuggestedReadings } from './rooms/suggest-readings.js';
export { DEFAULT_TOLERANCES, judgeCheck } from './rooms/tolerances.js';
export type { CheckVerdict, MeasurementTolerances } from './rooms/tolerances.js';
export { missingChords } from './rooms/triangulation.js';
export type { Chord } from './rooms/triangulation.js';

export { explainSeams } from './layout/explain-seams.js';
export { layOutCanvas } from './layout/lay-out-canvas.js';
export type {
  Canvas,
  CanvasPrices,
  CanvasRefusal,
  CanvasRefusalCode,
  CanvasResult,
  CanvasSeam,
  CanvasSheet,
  SeamAlternative,
  SeamExplanation,
  SeamReason,
  SeamReasonCode,
} from './layout/canvas.js';

export { ruleSetR1 } from './rules/r1.js';
export { getRuleSet } from './rules/registry.js';
export type {
  BasisKey,
  Film,
  FilmMaterial,
  RollWidth,
  RuleItem,
  RuleLine,
  RuleSet,
  ShrinkRange,
  StickRule,
  StockNorms,
} from './rules/rule-set.js';

export type {
  EstimateDraft,
  ManualLine,
  PriceBook,
  PricedItem,
  QuantityOverride,
  RoomInput,
} from './estimate/estimate-draft.js';
export type {
  CanvasMeasures,
  CheckMeasures,
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
  RoomProblem,
  RoomProblemCode,
  RoomResult,
  TakeOff,
  UnmeasuredRoom,
} from './estimate/estimate-result.js';
export { placeLevels } from './estimate/levels.js';
export type { InsetProblemCode } from './estimate/levels.js';
export { canvasOfRoom } from './estimate/canvas-of-room.js';
export { computeEstimate } from './estimate/compute-estimate.js';
export type { EstimateOptions } from './estimate/compute-estimate.js';
export { priceCanvasAlternatives } from './estimate/price-canvas-alternatives.js';
export type { PricedAlternative, PricedSeams, Pricing } from './estimate/price-canvas-alternatives.js';
export { requiredItemCodes } from './estimate/required-item-codes.js';
export { stockTakeOff } from './estimate/stock-take-off.js';
export type { StockTakeOff } from './estimate/stock-take-off.js';

export { composeScene } from './drawing/scene.js';
export type {
  Drawing,
  DrawnCanvas,
  DrawnLevel,
  Scene,
  SceneCorner,
  SceneCutout,
  SceneObject,
  SceneWall,
} from './drawing/scene.js';
export type { Dimension } from './drawing/dimensions.js';
export { outlineOf } from './drawing/outline-of.js';
export type {
  Outline,
  OutlineAngle,
  OutlineCorner,
  OutlineCutout,
  OutlineDiagonal,
  OutlineWall,
} from './drawing/outline.js';
export type { PlacedLabel } from './drawing/place-labels.js';
export type { Box, Segment, Spot } from './drawing/screen.js';
export type { SignNames } from './drawing/svg/legend.js';
export type { SvgLayers } from './drawing/svg/paint-scene.js';
export type { DrawingTheme } from './drawing/svg/palette.js';
export { renderRoomSvg } from './drawing/svg/render-room-svg.js';
export type { RoomSvgOptions } from './drawing/svg/render-room-svg.js';
export { lineSymbol, pointSymbol } from './drawing/symbols.js';
export type { ObjectSymbol } from './drawing/symbols.js';
export { figurePath, thumbnailPath } from './drawing/thumbnail.js';
export type { Frame, View, Zoom } from './drawing/view.js';

export { cutSticks } from './sticks/cut-sticks.js';
export type { ProfilePiece, Stick, StickCut, StickCutting, StickProblem } from './sticks/cut-sticks.js';
export { cuttingList } from './sticks/cutting-list.js';
export type { CuttingProblem, CuttingRoom, ListedCut, ListedStick, ProfileCutting } from './sticks/cutting-list.js';
export type { ProfileRun } from './sticks/profile-pieces.js';
