/** Longest wall anybody types, in millimetres: the library checks the real limits, this only keeps numbers sane. */
const MAX_MM = 1_000_000;

/**
 * Reads a length typed in centimetres, with a comma or a point, into millimetres (at most a tenth of one).
 * Null when the text is not a length.
 */
export function parseCentimetres(text: string): number | null {
  const clean = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (!/^\d{1,6}(\.\d{0,2})?$/.test(clean)) return null;
  const tenths = Math.round(Number(clean) * 100);
  const mm = tenths / 10;
  return mm > 0 && mm <= MAX_MM ? mm : null;
}

/** Millimetres as they are typed: `2121` as `212,1`. */
export function formatCentimetres(mm: number): string {
  return String(Math.round(mm * 10) / 100).replace('.', ',');
}
