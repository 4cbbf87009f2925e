export {
  AppError,
  badRequest,
  conflict,
  forbidden,
  notFound,
  tooLarge,
  tooManyRequests,
  unauthorized,
  unavailable,
  validationFailed,
  type ErrorDetails,
  type ErrorKind,
  type ErrorParams,
  type InvalidParam,
} from './errors.js';
export { mapConstraint, sqlState, violatedConstraint } from './constraints.js';
export { IdempotencyKey } from './idempotency-key.js';
export { IdParam } from './id-param.js';
export {
  DEFAULT_PAGE_SIZE,
  decodeCursor,
  encodeCursor,
  MAX_PAGE_SIZE,
  PageQuery,
  pageOf,
  type CursorValue,
  type Page,
} from './paging.js';
