/** Bounds of everything a person can enter; the JSON Schema and the checks share them. */
export const SHAPE_LIMITS = {
  minSideMm: 10,
  maxSideMm: 100_000,
  /** The diagonal of the largest square room, and a little. */
  maxDiagonalMm: 150_000,
  minSagittaMm: 1,
  /** Readings are at best tenths of a millimetre. */
  stepMm: 0.1,
  maxCorners: 60,
  /** An arc is cut into chords, so that it weighs as much as two dozen walls. */
  maxArcs: 12,
  /** A closing gap of a right-angled room that is spread over its walls instead of being refused, per axis. */
  maxGapMm: 10,
} as const;

/** Bounds of an estimate; together they keep every sum far inside the safe integers. */
export const ESTIMATE_LIMITS = {
  maxRooms: 100,
  /** Of all rooms together: keeps the computation of the largest draft far below the time a person notices. */
  maxWalls: 600,
  maxManualLines: 1000,
  maxOverrides: 5000,
  maxCount: 1000,
  maxQuantity: 100_000,
  quantityScale: 4,
  maxDiscountPercent: 100,
  discountScale: 2,
  /** Ten billion roubles in one line. */
  maxLineMinor: 1_000_000_000_000,
} as const;
