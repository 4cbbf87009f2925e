/** Longest wall anybody types, in millimetres: the library checks the real limits, this only keeps numbers sane. */
const MAX_MM = 1_000_000;

/** What is typed without a unit is centimetres; a laser may add its own. Digits after the point: a tenth of a millimetre. */
const UNITS: readonly { names: RegExp; tenthsOfMm: number; digits: number }[] = [
  { names: /^(cm|см)?$/, tenthsOfMm: 100, digits: 2 },
  { names: /^(mm|мм)$/, tenthsOfMm: 10, digits: 1 },
  { names: /^(m|м)$/, tenthsOfMm: 10_000, digits: 4 },
];

/**
 * Reads a length typed in centimetres, with a comma or a point, into millimetres (at most a tenth of one); with a unit
 * behind it, as lasers type them, in that unit. Null when the text is not a length.
 */
export function parseCentimetres(text: string): number | null {
  const clean = text
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
    .toLowerCase();
  const [, number = '', fraction = '', name = ''] = /^(\d{1,6}(?:\.(\d{0,4}))?)(\p{L}*)$/u.exec(clean) ?? [];
  const unit = UNITS.find(({ names }) => names.test(name));
  if (number === '' || !unit || fraction.length > unit.digits) return null;
  const mm = Math.round(Number(number) * unit.tenthsOfMm) / 10;
  return mm > 0 && mm <= MAX_MM ? mm : null;
}

/** Millimetres as they are typed: `2121` as `212,1`. */
export function formatCentimetres(mm: number): string {
  return String(Math.round(mm * 10) / 100).replace('.', ',');
}
