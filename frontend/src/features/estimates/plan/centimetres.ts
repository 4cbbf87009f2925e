const PLACE = /^[-−]?\d{1,6}([.,]\d{0,2})?$/;

/** A place or a distance typed in centimetres, zero and below allowed, into millimetres; null when it is not one. */
export function parsePlace(text: string): number | null {
  const clean = text.replace(/[\s\u00a0]/g, '');
  if (!PLACE.test(clean)) return null;
  const mm = Math.round(Number(clean.replace(',', '.').replace('−', '-')) * 100) / 10;
  // −0 would be written as such.
  return mm === 0 ? 0 : mm;
}

const DEGREES = /^[-−]?\d{1,3}([.,]\d?)?$/;

/** A turn typed in degrees, −180 to 180; null when it is not one. */
export function parseTurn(text: string): number | null {
  const clean = text.replace(/[\s\u00a0°]/g, '');
  if (!DEGREES.test(clean)) return null;
  const degrees = Number(clean.replace(',', '.').replace('−', '-'));
  return Math.abs(degrees) <= 180 ? degrees : null;
}
