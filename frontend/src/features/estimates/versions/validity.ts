const DAY_MS = 86_400_000;

/** The day it is in the time zone, as date fields hold it: `2026-11-20`. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(now)
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts) as Record<'year' | 'month' | 'day', string>;
  return `${year}-${month}-${day}`;
}

/** The last day of an offer that is sent on a day and holds so many more. */
export function lastDay(sentOn: string, validDays: number): string {
  return new Date(Date.parse(sentOn) + validDays * DAY_MS).toISOString().slice(0, 10);
}
