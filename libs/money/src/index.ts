export {
  compareDecimals,
  fromDouble,
  isDecimal,
  normalizeDecimal,
  parseDecimal,
  roundDown,
  roundHalfUp,
  roundUp,
} from './decimal.js';
export type { DecimalBounds, DecimalInput, DecimalString } from './decimal.js';
export {
  includedVat,
  isMinor,
  MINOR_PER_UNIT,
  minorFromDecimal,
  minorToDecimal,
  multiplyMinor,
  percentOfMinor,
  roundMinorToUnit,
  sumMinor,
} from './minor.js';
export type { Minor } from './minor.js';
export { allocate } from './allocate.js';
