/** What keeps SMET from its database; the message is one line a person can act on. */
export type DatabaseProblem =
  | 'refused'
  | 'unauthorised'
  | 'no-database'
  | 'too-old'
  | 'no-rights'
  | 'unsafe-role'
  | 'port-taken'
  | 'in-use'
  | 'not-startable';

export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(
    readonly problem: DatabaseProblem,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The SQLSTATE of a PostgreSQL error or the name of a network one (ECONNREFUSED), also inside an AggregateError. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : undefined;
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  'EAI_AGAIN',
]);
const STARTING = new Set(['57P03', '53300']);
const UNAUTHORISED = new Set(['28P01', '28000']);

/** Turns what a driver throws on connecting into one clear line; other errors come back as they were. */
export function explainConnectionError(error: unknown, url: string): unknown {
  const code = codeOf(error) ?? '';
  const place = placeOf(url);
  const cause = { cause: error };
  if (NETWORK.has(code)) {
    return new DatabaseUnavailable(
      'refused',
      `No PostgreSQL answers at ${place} (${code}): start it or correct DATABASE_URL`,
      cause,
    );
  }
  if (STARTING.has(code)) {
    return new DatabaseUnavailable(
      'refused',
      `PostgreSQL at ${place} takes no connections now (${code}): try again shortly`,
      cause,
    );
  }
  if (UNAUTHORISED.has(code)) {
    return new DatabaseUnavailable(
      'unauthorised',
      `PostgreSQL at ${place} refused the user or the password: correct DATABASE_URL`,
      cause,
    );
  }
  if (code === '3D000') {
    return new DatabaseUnavailable(
      'no-database',
      `PostgreSQL at ${place} has no such database: create it or correct DATABASE_URL`,
      cause,
    );
  }
  return error;
}

/** host:port/database of a connection address, without the user and the password. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}
