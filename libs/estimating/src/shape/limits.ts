/** Bounds of everything a person can enter; the JSON Schema and the checks share them. */
export const SHAPE_LIMITS = {
  minSideMm: 10,
  maxSideMm: 100_000,
  /** The diagonal of the largest square room, and a little. */
  maxDiagonalMm: 150_000,
  minSagittaMm: 1,
  /** Half of the least chord; what fits is between half its chord and a line so flat that nobody calls it an arc. */
  minRadiusMm: 5,
  maxRadiusMm: 1_000_000,
  /** Readings are at best tenths of a millimetre. */
  stepMm: 0.1,
  minAngleDeg: 0.1,
  maxAngleDeg: 359.9,
  stepDeg: 0.1,
  maxTurnDeg: 180,
  /** Of a place from the corner A, along either axis. */
  maxPlaceMm: 150_000,
  maxCorners: 60,
  /** Of all that can be measured between many corners, more than anybody does. */
  maxDiagonals: 200,
  /** An arc is cut into chords, so that it weighs as much as two dozen walls. */
  maxArcs: 12,
  maxCutouts: 20,
  minCutoutMm: 10,
  maxCutoutMm: 100_000,
  maxCutoutPoints: 30,
  maxIdChars: 36,
  /** A closing gap of a right-angled room that is spread over its walls instead of being refused, per axis. */
  maxGapMm: 100,
} as const;

/** Bounds of a room's plan. */
export const PLAN_LIMITS = {
  maxObjects: 300,
  maxLinePoints: 30,
  /** A strip wider than this is no sliver. */
  maxSliverMm: 1000,
  maxFilmChars: 60,
  minHeightMm: 1000,
  /** Of halls; nobody mounts a ceiling higher than that. */
  maxHeightMm: 30_000,
  maxReasonChars: 300,
  /** Readings can disagree by no more than the longest of them. */
  maxMisclosureMm: 150_000,
} as const;

/** Bounds of a rule set: more than any firm has, little enough that it is checked and computed at once. */
export const RULE_LIMITS = {
  maxLines: 500,
  maxValues: 200,
  maxBundles: 100,
  maxCoefficients: 50,
  maxFilms: 50,
  maxRolls: 20,
  maxReplaces: 100,
  maxKeyChars: 60,
  maxTitleChars: 200,
  maxCodeChars: 60,
  maxStickMm: 20_000,
  /** The largest step, pack or roll, and digits after the point. */
  maxDecimalDigits: 5,
} as const;

/** Bounds of an estimate; together they keep every sum far inside the safe integers. */
export const ESTIMATE_LIMITS = {
  maxRooms: 100,
  /**
   * Points of the contours of all rooms together, an arc and a round column as many as they have chords, and readings to
   * spare: keeps the computation of the largest draft far below what a person waits for.
   */
  maxPoints: 1200,
  maxManualLines: 1000,
  maxOverrides: 5000,
  maxCount: 1000,
  maxQuantity: 100_000,
  quantityScale: 4,
  maxDiscountPercent: 100,
  discountScale: 2,
  /** Of lines, and again of categories. */
  maxDiscounts: 5000,
  /** Of payment. */
  maxStages: 10,
  maxCoefficients: 100,
  /** A surcharge takes everything away at the least, and makes it eleven times as dear at the most. */
  minCoefficientPercent: -100,
  maxCoefficientPercent: 1000,
  maxSubstitutes: 500,
  /** A billion roubles in one line, and in one coefficient. */
  maxLineMinor: 100_000_000_000,
} as const;
