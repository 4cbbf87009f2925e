import type { TransportFailure, TransportFailureKind } from './types.js';

/** One thing the other side finds wrong, in its own codes. `item` is the index in the batch that was sent. */
export interface ProblemDetail {
  readonly code: string;
  readonly path: string | null;
  readonly item: number | null;
}

/** What an unhappy outcome carries besides its kind: the id of the exchange in the other side's logs. */
interface Traced {
  readonly requestId?: string | null;
}

/**
 * The closed list of what a call to another system can come to; every vendor folder maps into it and the caller
 * decides by `kind` alone.
 *
 * - `retry`: try later. `afterMs` is the floor that the other side or the kind of failure asks for; the caller waits
 *   the longer of it and its own back-off (`fullJitter`). `outcomeKnown: false` means a write may have happened:
 *   ask whether it did before repeating it.
 * - `reauthorize`: the credentials are not accepted; a person gives new ones.
 * - `blocked`: the account or the address is banned or unpaid; stop every call of the connection (circuit breaker).
 * - `rejected`: this one thing is refused; park it for a person.
 * - `gone`: what was asked for exists no more (deleted or merged).
 * - `cursor-invalid`: forget the position and read everything again.
 * - `bug`: we sent what can never be right.
 */
export type Outcome<T> = { readonly kind: 'ok'; readonly value: T } | Failure;

export type Failure =
  | ({
      readonly kind: 'retry';
      readonly afterMs: number;
      readonly code: string;
      readonly outcomeKnown: boolean;
    } & Traced)
  | ({ readonly kind: 'reauthorize'; readonly code: string } & Traced)
  | ({ readonly kind: 'blocked'; readonly code: string } & Traced)
  | ({ readonly kind: 'rejected'; readonly code: string; readonly details: readonly ProblemDetail[] } & Traced)
  | ({ readonly kind: 'gone' } & Traced)
  | ({ readonly kind: 'cursor-invalid' } & Traced)
  | ({ readonly kind: 'bug'; readonly code: string; readonly details: readonly ProblemDetail[] } & Traced);

export function ok<T>(value: T): Outcome<T> {
  return { kind: 'ok', value };
}

/** Applies `change` to a happy value and passes failures on untouched. */
export function mapOutcome<A, B>(outcome: Outcome<A>, change: (value: A) => B): Outcome<B> {
  return outcome.kind === 'ok' ? ok(change(outcome.value)) : outcome;
}

const SOON_MS = 1_000;
/** For what does not mend itself in seconds: certificates, broken answers. */
export const LATER_MS = 60_000;

const RETRY_AFTER: Readonly<
  Record<Exclude<TransportFailureKind, 'blocked-address'>, { readonly afterMs: number; readonly code: string }>
> = {
  unreachable: { afterMs: SOON_MS, code: 'UNREACHABLE' },
  timeout: { afterMs: SOON_MS, code: 'TIMEOUT' },
  dns: { afterMs: SOON_MS, code: 'NAME_NOT_FOUND' },
  tls: { afterMs: LATER_MS, code: 'CERTIFICATE' },
  'too-large': { afterMs: LATER_MS, code: 'RESPONSE_TOO_LARGE' },
};

/** Decides what a failure below HTTP means; the same for every vendor. */
export function outcomeOfTransport(failure: TransportFailure): Failure {
  if (failure.kind === 'blocked-address') {
    return { kind: 'rejected', code: 'ADDRESS_NOT_ALLOWED', details: [detail(failure.code)] };
  }
  return { kind: 'retry', ...RETRY_AFTER[failure.kind], outcomeKnown: failure.outcomeKnown };
}

export function detail(code: string, path: string | null = null, item: number | null = null): ProblemDetail {
  return { code, path, item };
}

export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
  /** A number from 0 to below 1; injected so that the function stays pure. */
  readonly random: () => number;
}

/**
 * Full jitter: a whole number of milliseconds anywhere between 0 and `min(capMs, baseMs · 2^attempt)`, attempts
 * counted from 0. Spreads those who failed together (AWS Architecture Blog, "Exponential Backoff And Jitter").
 */
export function fullJitter(attempt: number, backoff: Backoff): number {
  const ceiling = Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.max(0, attempt));
  return Math.floor(backoff.random() * ceiling);
}
