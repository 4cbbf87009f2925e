const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('ru-RU', { ...options, timeZone });
    formats.set(key, format);
  }
  return format;
}

/** A day in the organization's time zone: `19.11.2026`. Server and browser write the same text. */
export function formatDay(iso: string, timeZone: string): string {
  return dateFormat(timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(iso));
}

/** A moment in the organization's time zone: `19.11.2026, 14:05`. */
export function formatMoment(iso: string, timeZone: string): string {
  return dateFormat(timeZone, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
}
