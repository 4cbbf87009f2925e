export {
  AppError,
  conflict,
  forbidden,
  gone,
  notFound,
  unauthorized,
  unavailable,
  validationFailed,
  type InvalidParam,
} from './errors.js';
export { mapConstraint, sqlState } from './constraints.js';
export { IdempotencyKey } from './idempotency-key.js';
export { IdParam } from './id-param.js';
export { encodeCursor, PageQuery, pageOf, type Page } from './paging.js';
