/** Millimetres as people of the trade write them on a plan: centimetres, "212,1". */
export function lengthLabel(mm: number): string {
  return String(Math.round(mm * 10) / 100).replace('.', ',');
}

/** Metres that came out of geometry, to a millimetre: nobody measures a seam finer. */
export function metresLabel(metres: number): string {
  return lengthLabel(Math.round(metres * 1000));
}

/** "87,5°". */
export function angleLabel(degrees: number): string {
  return `${String(Math.round(degrees * 10) / 10).replace('.', ',')}°`;
}
