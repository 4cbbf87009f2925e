/** What one formula may be: enough for any rule people write, little enough that reading it is always quick. */
export const FORMULA_LIMITS = {
  characters: 1000,
  depth: 50,
  parts: 200,
  /** Errors told at once; who wrote a wrong formula repairs the first ones anyway. */
  errors: 10,
  /** The largest absolute value a number may have on its way. */
  value: 1e12,
} as const;
