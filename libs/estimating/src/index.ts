export type { Arc, Cutout, Length, Lettering, PointMm, RoomDraft, RoomKind, RoomShape } from './shape/room-shape.js';
export { EMPTY_PLAN, LINE_OBJECT_KINDS, POINT_OBJECT_KINDS, PROFILE_KINDS, WALL_MATERIALS } from './plan/room-plan.js';
export type {
  CanvasOptions,
  Inset,
  LineObject,
  LineObjectKind,
  PlanObject,
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
export type { Guide, Snapped } from './plan/snapping.js';
export { isInsideMm, placeAtDistance, wallDistances, wallLineMm } from './plan/wall-distances.js';
export type { WallDistance } from './plan/wall-distances.js';
export { parseRoomPlan, roomPlanSchema } from './plan/check-plan.js';
export type { JsonSchema } from './documents/json-schema.js';
export { ESTIMATE_LIMITS, PLAN_LIMITS } from './shape/limits.js';
export { parseRoomShape } from './shape/check-shape.js';
export { roomShapeSchema } from './shape/room-shape-schema.js';

export { cornerLabel, cornersLabel, wallLabel } from './geometry/labels.js';
export type { Point } from './geometry/point.js';

export { buildRoom } from './rooms/build-room.js';
export type { BuildRoomResult, BuiltRoom, ReadingRef, ReadingsCheck } from './rooms/built-room.js';
export { placeInset } from './rooms/insets.js';
export { ROOM_PRESETS } from './rooms/presets.js';
export type { RoomPresetName } from './rooms/presets.js';
export { rightAngledOptions } from './rooms/right-angled.js';
export { assessReadings } from './rooms/assess-readings.js';
export { suggestReadings } from './rooms/suggest-readings.js';
export { DEFAULT_TOLERANCES, judgeCheck } from './rooms/tolerances.js';
export type { CheckVerdict, MeasurementTolerances } from './rooms/tolerances.js';
export { missingChords } from './rooms/triangulation.js';
export type { Chord } from './rooms/triangulation.js';

export { explainSeams } from './layout/explain-seams.js';
export { layOutCanvas } from './layout/lay-out-canvas.js';
export type { Canvas, SeamReason } from './layout/canvas.js';

export { ruleSetR1 } from './rules/r1.js';
export { parseRuleSet, ruleSetSchema } from './rules/check-rule-set.js';
export { compileRuleSet } from './rules/compile-rule-set.js';
export { MEASURES } from './rules/measures.js';
export type { Measure, MeasureName, MeasureUnit } from './rules/measures.js';
export { ROUNDING_MODES } from './rules/rule-set.js';
export type {
  Film,
  FormulaSource,
  Rounding,
  RoundingMode,
  RuleBundle,
  RuleCoefficient,
  RuleItem,
  RuleLine,
  RuleSet,
  RuleStock,
  RuleValue,
  StickRule,
} from './rules/rule-set.js';
export type { RuleSetProblem, RuleSetProblemCode } from './rules/rule-set-problem.js';

export type {
  Discounts,
  EstimateDraft,
  ItemKind,
  ManualCoefficient,
  ManualLine,
  PriceBook,
  PricedItem,
  QuantityOverride,
  RoomInput,
  Specification,
  Substitute,
  VariantContent,
  VariantDraft,
  VariantInput,
} from './estimate/estimate-draft.js';
export { ITEM_KINDS } from './estimate/estimate-draft.js';
export { DEFAULT_MONEY_TERMS, PAYMENT_MOMENTS, ROUNDING_LEVELS } from './estimate/money-terms.js';
export type {
  MoneyRounding,
  MoneyTerms,
  PaymentMoment,
  PaymentStage,
  RoundingLevel,
  VatTerms,
} from './estimate/money-terms.js';
export type { Pricing } from './estimate/pricing.js';
export type {
  Adjustment,
  EstimateLine,
  EstimateProblem,
  EstimateResult,
  EstimateTotals,
  ExplainedMeasure,
  Explanation,
  ExplanationNote,
  ExplanationTerm,
  ExplanationTermName,
  RoomMeasures,
  RoomResult,
} from './estimate/estimate-result.js';
export { placeLevels } from './estimate/levels.js';
export { canvasOfRoom } from './estimate/canvas-of-room.js';
export { compareEstimates } from './estimate/compare-estimates.js';
export type {
  AdjustmentDifference,
  BeforeAfter,
  DifferenceKind,
  EstimateDifference,
  LineDifference,
} from './estimate/compare-estimates.js';
export { computeEstimate } from './estimate/compute-estimate.js';
export { priceCanvasAlternatives } from './estimate/price-canvas-alternatives.js';
export type { PricedAlternative, PricedSeams } from './estimate/price-canvas-alternatives.js';
export { requiredItemCodes } from './estimate/required-item-codes.js';
export { loadList } from './estimate/load-list.js';
export type { LoadListItem } from './estimate/load-list.js';
export { specifiedRooms } from './estimate/specified-rooms.js';
export { isSchedule } from './estimate/schedule.js';
export { roundingOf } from './estimate/totals.js';

export { composeScene } from './drawing/scene.js';
export type { DrawnCanvas, DrawnLevel, Scene } from './drawing/scene.js';
export { outlineOf } from './drawing/outline-of.js';
export type { Outline } from './drawing/outline.js';
export type { PlacedLabel } from './drawing/place-labels.js';
export type { Box } from './drawing/screen.js';
export type { SvgLayers } from './drawing/svg/paint-scene.js';
export type { DrawingTheme } from './drawing/svg/palette.js';
export { renderRoomSvg } from './drawing/svg/render-room-svg.js';
export { lineSymbol, pointSymbol } from './drawing/symbols.js';
export { figurePath, thumbnailPath } from './drawing/thumbnail.js';
export type { View } from './drawing/view.js';

export { cuttingList } from './sticks/cutting-list.js';
export type { ListedStick, ProfileCutting } from './sticks/cutting-list.js';

export {
  AREA,
  BOOLEAN,
  compileDefinitions,
  compileFormula,
  FORMULA_LIMITS,
  formulaTokens,
  FUNCTION_NAMES,
  LENGTH,
  NUMBER,
  sameType,
  TEXT,
} from './formula/index.js';
export type {
  CompiledDefinition,
  CompiledFormula,
  CompileResult,
  Definition,
  DefinitionError,
  DefinitionsResult,
  EvaluationResult,
  FormulaError,
  FormulaErrorCode,
  FormulaToken,
  FormulaType,
  FormulaValue,
} from './formula/index.js';

export { cuttingSheet, cuttingSheetOfRoom } from './workshop/make-cutting-sheet.js';
export type {
  CuttingCorner,
  CuttingPiece,
  CuttingSheet,
  CuttingStrip,
  CuttingThing,
  NumberedPoint,
} from './workshop/cutting-sheet.js';
export type { CuttingWords } from './workshop/cutting-words.js';
export { renderCuttingSvg } from './workshop/svg/render-cutting-svg.js';
export type { CuttingSvgOptions } from './workshop/svg/render-cutting-svg.js';
