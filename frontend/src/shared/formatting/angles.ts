const FULL_TURN = 360;

/** Reads an angle typed in degrees, with a comma or a point, at most a tenth of one. Null when the text is not an angle. */
export function parseDegrees(text: string): number | null {
  const clean = text.replace(/[\s\u00a0°]/g, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d?)?$/.test(clean)) return null;
  const degrees = Number(clean);
  return degrees > 0 && degrees < FULL_TURN ? degrees : null;
}

/** Degrees as they are typed: `92.5` as `92,5`. */
export function formatDegrees(degrees: number): string {
  return String(Math.round(degrees * 10) / 10).replace('.', ',');
}
