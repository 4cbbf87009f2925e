/** SQL of a moment as the API writes it: ISO 8601, UTC, with the microseconds PostgreSQL keeps. */
export const isoText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
