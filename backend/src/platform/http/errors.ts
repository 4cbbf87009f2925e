export type ErrorKind =
  'validation' | 'unauthorized' | 'forbidden' | 'not-found' | 'gone' | 'conflict' | 'too-many-requests' | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One wrong field: where it is (`phones.0`), what is wrong, and the numbers a translated text needs. */
export interface InvalidParam {
  readonly path: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

export interface ErrorDetails {
  readonly invalidParams?: readonly InvalidParam[];
  readonly params?: ErrorParams;
  /** Of a 409: the version that is current now, so that the client can show the difference. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An expected failure with a stable code; everything else thrown is a defect and answers 500. */
export class AppError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly details: ErrorDetails = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'AppError';
  }
}

/** 422: the request was understood and its content is wrong, named field by field. */
export const validationFailed = (code: string, invalidParams: readonly InvalidParam[] = []) =>
  new AppError('validation', code, { invalidParams });

/** 404: absent, or not visible to the actor; the two must look the same. */
export const notFound = (code: string) => new AppError('not-found', code);

/** 410: was there and is over for good; `current` is what a client can do instead. */
export const gone = (code: string, details: Pick<ErrorDetails, 'current'> = {}) => new AppError('gone', code, details);

/** 403: visible, but not allowed. */
export const forbidden = (code: string) => new AppError('forbidden', code);

/** 401: not signed in, or no longer. */
export const unauthorized = (code: string) => new AppError('unauthorized', code);

/** 409: the state moved on; `current` is what a client needs to go on from. */
export const conflict = (code: string, details: Pick<ErrorDetails, 'current' | 'params' | 'retryAfterSeconds'> = {}) =>
  new AppError('conflict', code, details);

/** 429 */
export const tooManyRequests = (code: string, retryAfterSeconds: number) =>
  new AppError('too-many-requests', code, { retryAfterSeconds });

/** 503: something this process needs is not there; a retry may succeed. */
export const unavailable = (code: string, details: Pick<ErrorDetails, 'cause' | 'retryAfterSeconds'> = {}) =>
  new AppError('unavailable', code, details);
