import { HttpException } from '@nestjs/common';
import { sqlState } from './constraints.js';
import { AppError, type ErrorDetails, type ErrorKind, type InvalidParam } from './errors.js';

/** RFC 9457 body of every error answer. Codes are for programs; texts for people are the web's business. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly invalidParams?: readonly InvalidParam[];
  readonly params?: ErrorDetails['params'];
  readonly current?: unknown;
}

export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly details: ErrorDetails;
}

/** The one place that decides which kind of error is which status and how loudly it is logged. */
const ANSWER: Readonly<Record<ErrorKind, { readonly status: number; readonly level: Failure['level'] }>> = {
  validation: { status: 422, level: 'debug' },
  unauthorized: { status: 401, level: 'info' },
  forbidden: { status: 403, level: 'warn' },
  'not-found': { status: 404, level: 'debug' },
  gone: { status: 410, level: 'debug' },
  conflict: { status: 409, level: 'info' },
  'too-many-requests': { status: 429, level: 'warn' },
  unavailable: { status: 503, level: 'error' },
};

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'REQUEST.MALFORMED',
  404: 'REQUEST.NO_SUCH_ROUTE',
  405: 'REQUEST.METHOD_NOT_ALLOWED',
  413: 'REQUEST.TOO_LARGE',
  415: 'REQUEST.MEDIA_TYPE',
  429: 'REQUEST.TOO_MANY',
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

/** Database refusals that no module translated: still the client's to solve, not a defect of the request's reader. */
const KIND_OF_SQL_STATE: Readonly<Record<string, readonly [ErrorKind, string]>> = {
  '23505': ['conflict', 'DATA.DUPLICATE'],
  '23503': ['conflict', 'DATA.REFERENCE'],
  '40001': ['conflict', 'DATA.BUSY'],
  '40P01': ['conflict', 'DATA.BUSY'],
  '55P03': ['conflict', 'DATA.BUSY'],
  '57014': ['unavailable', 'DATA.TIMEOUT'],
  '57P01': ['unavailable', 'DATA.UNAVAILABLE'],
  '57P03': ['unavailable', 'DATA.UNAVAILABLE'],
  '53300': ['unavailable', 'DATA.UNAVAILABLE'],
  ECONNREFUSED: ['unavailable', 'DATA.UNAVAILABLE'],
};

/** What an exception of any origin means for the client. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { ...ANSWER[error.kind], code: error.code, details: error.details };
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const state = kindOfSqlState(sqlState(error));
  if (state) return { status: ANSWER[state[0]].status, level: 'error', code: state[1], details: {} };
  const status = frameworkStatus(error);
  return status === null ? { status: 500, level: 'error', code: 'INTERNAL', details: {} } : ofStatus(status);
}

/** Class 22 is a value its column cannot take. The checks at the door should have named it: this is the last net. */
function kindOfSqlState(state: string | null): readonly [ErrorKind, string] | undefined {
  if (state === null) return undefined;
  return KIND_OF_SQL_STATE[state] ?? (/^22[\dA-Z]{3}$/.test(state) ? ['validation', 'DATA.INVALID'] : undefined);
}

export function problemOf(failure: Failure, requestId: string): Problem {
  const { invalidParams, params, current } = failure.details;
  return {
    type: 'about:blank',
    title: TITLES[failure.status] ?? 'Request refused',
    status: failure.status,
    code: failure.code,
    requestId,
    ...(invalidParams && { invalidParams }),
    ...(params && { params }),
    ...(current !== undefined && { current }),
  };
}

function ofStatus(status: number): Failure {
  return {
    status,
    code: CODE_OF_STATUS[status] ?? (status >= 500 ? 'INTERNAL' : 'REQUEST.REFUSED'),
    level: status >= 500 ? 'error' : 'info',
    details: {},
  };
}

/** Fastify's own errors (malformed JSON, body too large) carry a status. */
function frameworkStatus(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const status: unknown = Reflect.get(error, 'statusCode');
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
