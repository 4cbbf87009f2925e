import { detail, LATER_MS, type Failure, type HttpResponse, type ProblemDetail } from '../http/index.js';
import { MAX_RETRY_AFTER_MS, RATE_LIMITED_MS, SERVER_ERROR_MS } from './limits.js';

export interface CallContext {
  /** A write whose answer is lost may have happened. */
  readonly effect: 'read' | 'write';
  /** The address names one thing, so that 404 speaks of the thing and not of the address. */
  readonly addressesOneThing: boolean;
}

/** Field codes (Symfony's names) that mean we built the request wrongly; the others speak of the data in it. */
const OUR_FAULT = new Set(['FieldNotExpected', 'FieldMissing', 'InvalidType']);

/** 403 with this code: the address of our server is not in the account's white list. */
const CODE_IP_NOT_ALLOWED = 113;

/**
 * Decides what an answer means, or null when it is a success whose body is worth reading. Looks at the status, at
 * whether the body is JSON, and at vendor codes; never at message texts, which are translated and change. Facts:
 * amocrm.ru/developers "error-codes", developers.kommo.com/docs/http-codes, amocrm/amocrm-api-php issues 526 and 563.
 */
export function classifyResponse(response: HttpResponse, context: CallContext): Failure | null {
  const failure = byStatus(response, context);
  return failure === null ? null : { ...failure, requestId: response.requestId };
}

/** A success that cannot be read: they are being deployed, or something else answers at this address. */
export function unreadable(response: HttpResponse, context: CallContext, code: string): Failure {
  const outcomeKnown = context.effect === 'read';
  return { kind: 'retry', afterMs: LATER_MS, code, outcomeKnown, requestId: response.requestId };
}

function byStatus(response: HttpResponse, context: CallContext): Failure | null {
  const { status } = response;
  if (status === 200 || status === 201 || status === 202) {
    return response.body.kind === 'json' ? null : unreadable(response, context, 'RESPONSE_NOT_JSON');
  }
  if (status === 204) return null;
  if (status === 429) return rateLimited(response);
  if (status >= 500) return serverError(response, context);
  if (status >= 300 && status < 400) return rejected('REDIRECTED');
  return byClientError(response, context);
}

function byClientError(response: HttpResponse, context: CallContext): Failure {
  switch (response.status) {
    case 400:
    case 422:
      return invalid(response);
    case 401:
      return { kind: 'reauthorize', code: 'TOKEN_NOT_ACCEPTED' };
    case 402:
      return { kind: 'blocked', code: 'PAYMENT_REQUIRED' };
    case 403:
      return forbidden(response);
    case 404:
      return context.addressesOneThing ? { kind: 'gone' } : rejected('NOT_FOUND');
    case 405:
    case 413:
    case 415:
      return { kind: 'bug', code: `HTTP_${response.status}`, details: [] };
    default:
      return rejected(`HTTP_${response.status}`);
  }
}

function rejected(code: string, details: readonly ProblemDetail[] = []): Failure {
  return { kind: 'rejected', code, details };
}

function serverError(response: HttpResponse, context: CallContext): Failure {
  const afterMs = Math.max(SERVER_ERROR_MS, retryAfterMs(response) ?? 0);
  // A gateway that gave up says nothing about whether the write went through behind it.
  return { kind: 'retry', afterMs, code: 'SERVER_ERROR', outcomeKnown: context.effect === 'read' };
}

/** The gateway answers 429 in HTML, newer accounts in JSON with `retry_after` seconds; a header is only rumoured. */
function rateLimited(response: HttpResponse): Failure {
  const afterMs = Math.max(RATE_LIMITED_MS, retryAfterMs(response) ?? 0);
  return { kind: 'retry', afterMs, code: 'RATE_LIMITED', outcomeKnown: true };
}

function retryAfterMs(response: HttpResponse): number | null {
  const seconds = [Number(response.headers['retry-after']), Number(bodyOf(response)['retry_after'])].filter(
    (value) => Number.isFinite(value) && value > 0,
  );
  return seconds.length === 0 ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(...seconds) * 1000);
}

/** A ban comes as the gateway's HTML, missing rights as a JSON problem. */
function forbidden(response: HttpResponse): Failure {
  if (response.body.kind !== 'json') return { kind: 'blocked', code: 'API_BANNED' };
  const code = Number(bodyOf(response)['code'] ?? bodyOf(response)['error_code']);
  if (code === CODE_IP_NOT_ALLOWED) return { kind: 'blocked', code: 'ADDRESS_NOT_WHITELISTED' };
  return rejected('NO_RIGHTS');
}

function invalid(response: HttpResponse): Failure {
  const details = validationDetails(bodyOf(response)['validation-errors']);
  const ours = details.length === 0 ? response.status === 400 : details.some(({ code }) => OUR_FAULT.has(code));
  const code = response.status === 422 && details.length === 0 ? 'UNPROCESSABLE' : 'VALIDATION';
  return ours ? { kind: 'bug', code, details } : rejected(code, details);
}

/** `[{ request_id, errors: [{ code, path, detail }] }]`; the text of `detail` is left where it is. */
function validationDetails(value: unknown): ProblemDetail[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const { request_id: requestId, errors } = asRecord(entry);
    if (!Array.isArray(errors)) return [];
    const item = /^\d+$/.test(String(requestId)) ? Number(requestId) : null;
    return errors.map((error: unknown) => {
      const { code, path } = asRecord(error);
      return detail(typeof code === 'string' ? code : 'UNKNOWN', typeof path === 'string' ? path : null, item);
    });
  });
}

function bodyOf(response: HttpResponse): Record<string, unknown> {
  return response.body.kind === 'json' ? asRecord(response.body.value) : {};
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
