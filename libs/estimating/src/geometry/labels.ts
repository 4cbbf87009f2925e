const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A…Z for corners 0…25, then A1…Z1, A2… */
export function cornerLabel(index: number): string {
  const round = Math.floor(index / LETTERS.length);
  return `${LETTERS.charAt(index % LETTERS.length)}${round === 0 ? '' : round}`;
}

/** The wall from corner i to the next of n corners: "AB", the last one "FA". */
export function wallLabel(index: number, corners: number): string {
  return cornersLabel([index, (index + 1) % corners]);
}

/** Several corners written together: a diagonal "AC", a triangle "ACD". */
export function cornersLabel(indexes: readonly number[]): string {
  return indexes.map(cornerLabel).join('');
}

/** The columns and openings of a room are counted from one: "К1", with the letter К of the trade («колонна»). */
export function cutoutLabel(index: number): string {
  return `К${index + 1}`;
}
