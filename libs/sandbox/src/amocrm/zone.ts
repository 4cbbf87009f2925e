/** Unix seconds of the local midnight that begins the day of `seconds` in a named time zone. */
export function startOfDay(seconds: number, timeZone: string): number {
  const offset = zoneOffset(seconds, timeZone);
  const local = seconds + offset;
  return local - (((local % 86_400) + 86_400) % 86_400) - offset;
}

/** Seconds the zone is ahead of UTC at a moment. */
function zoneOffset(seconds: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(seconds * 1000);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  const asUtc = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round(asUtc / 1000) - seconds;
}
