export { createAddressGuard, isPublicAddress } from './address-guard.js';
export type { AddressGuard, AddressGuardOptions, ResolvedAddress, Resolver } from './address-guard.js';
export { createHttpClient } from './http-client.js';
export type { HttpClientOptions } from './http-client.js';
export { fullJitter, LATER_MS, detail, mapOutcome, ok, outcomeOfTransport } from './outcome.js';
export type { Backoff, Failure, Outcome, ProblemDetail } from './outcome.js';
export { createInProcessLimiter } from './rate-limiter.js';
export type { RateLimiter } from './rate-limiter.js';
export { redactText, redactUrl } from './redact.js';
export type {
  HttpClient,
  HttpLogEntry,
  HttpMethod,
  HttpRequest,
  HttpResponse,
  HttpResult,
  ParsedBody,
  TransportFailure,
  TransportFailureKind,
} from './types.js';
