/** Millimetres as people of the trade write them on a plan: centimetres, "212,1". */
export function lengthLabel(mm: number): string {
  return String(Math.round(mm * 10) / 100).replace('.', ',');
}

/** Metres that came out of geometry, to a tenth of a millimetre: what is measured is never finer. */
export function metresLabel(metres: number): string {
  return lengthLabel(Math.round(metres * 10_000) / 10);
}

/** "87,5°". */
export function angleLabel(degrees: number): string {
  return `${String(Math.round(degrees * 10) / 10).replace('.', ',')}°`;
}
