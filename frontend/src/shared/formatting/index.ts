export { formatDegrees, parseDegrees } from './angles';
export { formatDay, formatMoment } from './dates';
export { formatCentimetres, parseCentimetres } from './lengths';
export { currencySign, formatMoney } from './money';
export { formatDecimal, formatFixed } from './numbers';
export { formatPhone } from './phones';
