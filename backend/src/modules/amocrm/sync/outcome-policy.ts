import type { Failure } from '@smet/connectors/http';
import type { ProblemCode } from '../problem-codes.js';

/** What becomes of one order, and of the whole connection, after a call that did not succeed. */
export type Verdict =
  /** Tried again by itself, not before `afterMs`. */
  | { readonly kind: 'later'; readonly problem: Problem; readonly afterMs: number }
  /** Everything of the connection waits until a person gives a new token. */
  | { readonly kind: 'reauthorize'; readonly problem: Problem }
  /** Everything of the connection waits until a person has settled it with amoCRM and resumes. */
  | { readonly kind: 'blocked'; readonly problem: Problem }
  /** This one is parked for a person; the others go on. */
  | { readonly kind: 'rejected'; readonly problem: Problem };

export interface Problem {
  readonly code: ProblemCode;
  /** Status and vendor codes for support; never a body, a token or an address. */
  readonly detail: string | null;
}

const RETRY_CODES: Readonly<Record<string, ProblemCode>> = {
  UNREACHABLE: 'UNREACHABLE',
  TIMEOUT: 'TIMEOUT',
  NAME_NOT_FOUND: 'NAME_NOT_FOUND',
  CERTIFICATE: 'CERTIFICATE',
  RESPONSE_TOO_LARGE: 'ANSWER_MALFORMED',
  RESPONSE_NOT_JSON: 'ANSWER_MALFORMED',
  RESPONSE_UNEXPECTED: 'ANSWER_MALFORMED',
  RATE_LIMITED: 'RATE_LIMITED',
  WAITING_FOR_SLOT: 'RATE_LIMITED',
  SERVER_ERROR: 'SERVER_ERROR',
};

const BLOCKED_CODES: Readonly<Record<string, ProblemCode>> = {
  PAYMENT_REQUIRED: 'PAYMENT_REQUIRED',
  API_BANNED: 'API_BANNED',
  ADDRESS_NOT_WHITELISTED: 'SERVER_NOT_WHITELISTED',
  WRONG_ACCOUNT: 'WRONG_ACCOUNT',
};

/** Refusals that are not about one order: every other one would meet the same. */
const REFUSED_FOR_ALL: Readonly<Record<string, ProblemCode>> = {
  ADDRESS_NOT_ALLOWED: 'ADDRESS_REFUSED',
  REDIRECTED: 'WRONG_ADDRESS',
  NOT_FOUND: 'WRONG_ADDRESS',
  NO_RIGHTS: 'NO_RIGHTS',
};

/** The one table from the connectors' closed list of outcomes to what happens here. */
export function verdictOf(failure: Failure): Verdict {
  switch (failure.kind) {
    case 'retry':
      return {
        kind: 'later',
        problem: { code: RETRY_CODES[failure.code] ?? 'SERVER_ERROR', detail: traced(failure, failure.code) },
        afterMs: failure.afterMs,
      };
    case 'reauthorize':
      return { kind: 'reauthorize', problem: { code: 'TOKEN_REFUSED', detail: traced(failure, failure.code) } };
    case 'blocked':
      return {
        kind: 'blocked',
        problem: { code: BLOCKED_CODES[failure.code] ?? 'API_BANNED', detail: traced(failure, failure.code) },
      };
    case 'rejected':
      return refused(failure);
    case 'gone':
      return { kind: 'rejected', problem: { code: 'LEAD_GONE', detail: traced(failure, null) } };
    case 'cursor-invalid':
      return { kind: 'rejected', problem: { code: 'INTERNAL', detail: traced(failure, 'CURSOR_INVALID') } };
    default: // 'bug'
      return { kind: 'rejected', problem: { code: 'INTERNAL', detail: traced(failure, described(failure)) } };
  }
}

function refused(failure: Extract<Failure, { kind: 'rejected' }>): Verdict {
  const forAll = REFUSED_FOR_ALL[failure.code];
  const detail = traced(failure, described(failure));
  return forAll === undefined
    ? { kind: 'rejected', problem: { code: 'CONTENT_REFUSED', detail } }
    : { kind: 'blocked', problem: { code: forAll, detail } };
}

function described(failure: Extract<Failure, { kind: 'rejected' | 'bug' }>): string {
  const parts = failure.details.map(({ code, path }) => (path === null ? code : `${code} ${path}`));
  return [failure.code, ...parts].join(', ').slice(0, 500);
}

/** amoCRM's support asks for the id of the exchange. */
function traced(failure: Failure, text: string | null): string | null {
  const parts = [text, failure.requestId ? `request ${failure.requestId}` : null].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** The state a connection goes to; a refusal (of a pull) is told there and tried again at the next one. */
export function stateAfter(verdict: Verdict): 'active' | 'reauthorize' | 'blocked' {
  return verdict.kind === 'later' || verdict.kind === 'rejected' ? 'active' : verdict.kind;
}

/** What of these has passed for one has passed for every other: whoever waits because of them need not wait longer. */
export const STALLS_ALL: readonly ProblemCode[] = [
  'UNREACHABLE',
  'TIMEOUT',
  'NAME_NOT_FOUND',
  'CERTIFICATE',
  'RATE_LIMITED',
];

/** The connection's own trouble after a failed pull: there is no order that a refusal or an absence could be about. */
export function problemOfPull(verdict: Verdict): Problem {
  const { code, detail } = verdict.problem;
  return { code: code === 'LEAD_GONE' ? 'WRONG_ADDRESS' : code, detail };
}
