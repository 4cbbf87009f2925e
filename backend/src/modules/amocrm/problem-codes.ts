/**
 * Why an exchange with amoCRM did not succeed, as the integration page names it. The list is closed: the web
 * translates every code.
 */
export const PROBLEM_CODES = [
  /** The address is not a public one, or not an address: refused before anything was sent. */
  'ADDRESS_REFUSED',
  /** Something else than amoCRM answers there: a redirect, or an unknown page. */
  'WRONG_ADDRESS',
  /** The name of the address is unknown. */
  'NAME_NOT_FOUND',
  /** No connection: refused or cut. */
  'UNREACHABLE',
  /** No answer in time. */
  'TIMEOUT',
  /** The TLS certificate is not trusted. */
  'CERTIFICATE',
  /** The answer cannot be read: broken, cut, too large, or not of amoCRM's shape. */
  'ANSWER_MALFORMED',
  /** The answer belongs to another account than the one that was connected. */
  'WRONG_ACCOUNT',
  /** 429: too many requests; tried again later. */
  'RATE_LIMITED',
  /** 5xx: amoCRM itself has a problem; tried again later. */
  'SERVER_ERROR',
  /** 401: the token is wrong, expired or revoked. */
  'TOKEN_REFUSED',
  /** A token has to be entered: none is stored, or the address changed and the stored one must not be sent there. */
  'TOKEN_REQUIRED',
  /** The stored token cannot be read with the keys of this server. */
  'TOKEN_UNREADABLE',
  /** 403: the token's user has no right to what we need. */
  'NO_RIGHTS',
  /** 402: the account is not paid for, or its plan lacks the API. */
  'PAYMENT_REQUIRED',
  /** 403 of the gateway: amoCRM has banned this API user. */
  'API_BANNED',
  /** 403: the account's white list does not hold this server's address. */
  'SERVER_NOT_WHITELISTED',
  /** amoCRM refused the content (400, 422). */
  'CONTENT_REFUSED',
  /** The lead was deleted or merged in amoCRM. */
  'LEAD_GONE',
  /** A defect of ours: the request itself was wrong. */
  'INTERNAL',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export function isProblemCode(value: unknown): value is ProblemCode {
  return PROBLEM_CODES.some((code) => code === value);
}
