export {
  AppError,
  conflict,
  forbidden,
  notFound,
  unauthorized,
  unavailable,
  validationFailed,
  type InvalidParam,
} from './errors.js';
export { mapConstraint, sqlState } from './constraints.js';
export { IdempotencyKey } from './idempotency-key.js';
export { IdParam } from './id-param.js';
export { decodeCursor, encodeCursor, PageQuery, pageOf, type CursorValue, type Page } from './paging.js';
