export {
  compareDecimals,
  fromDouble,
  isDecimal,
  normalizeDecimal,
  parseDecimal,
  roundDown,
  roundHalfUp,
  roundUp,
  sumDecimals,
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
  roundMinorUp,
  ROUNDING_LEVELS,
  sumMinor,
} from './minor.js';
export type { Minor, RoundingLevel } from './minor.js';
export { marginPercent, markupPercent, sharePercent } from './margin.js';
export { UnknownVatRateError, VAT_REGIMES, vatRatePercent, vatRegimesOf } from './vat-rates.js';
export type { VatQuestion, VatRegime } from './vat-rates.js';
export { allocate } from './allocate.js';
export { REPRICING_MODES, repriceMinor } from './repricing.js';
export type { RepricingMode, RepricingRounding } from './repricing.js';
