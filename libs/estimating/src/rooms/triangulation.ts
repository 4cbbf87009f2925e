/** A chord between two corners of a polygon that are not neighbours, by index. */
export interface Chord {
  from: number;
  to: number;
}

/** True when two chords of the same polygon have their ends in turn around it; a common end is no crossing. */
export function chordsCross(a: Chord, b: Chord): boolean {
  const low = Math.min(a.from, a.to);
  const high = Math.max(a.from, a.to);
  const within = (corner: number) => corner > low && corner < high;
  const without = (corner: number) => corner < low || corner > high;
  return (within(b.from) && without(b.to)) || (without(b.from) && within(b.to));
}

/**
 * The faces into which chords that do not cross cut a polygon of `count` corners: lists of corner indexes in ascending
 * order. With count − 3 chords every face is a triangle.
 */
export function facesOf(count: number, chords: readonly Chord[]): number[][] {
  let faces = [Array.from({ length: count }, (_, index) => index)];
  for (const { from, to } of chords) {
    faces = faces.flatMap((face) => splitFace(face, Math.min(from, to), Math.max(from, to)));
  }
  return faces;
}

function splitFace(face: number[], low: number, high: number): number[][] {
  const start = face.indexOf(low);
  const end = face.indexOf(high);
  if (start < 0 || end < 0 || end - start < 2 || end - start === face.length - 1) {
    return [face];
  }
  return [face.slice(start, end + 1), [...face.slice(0, start + 1), ...face.slice(end)]];
}

/**
 * Chords that would complete a triangulation: in each larger face all of them start in its first corner. The editor
 * offers them as the next diagonals to measure; any other valid set serves as well.
 */
export function missingChords(count: number, chords: readonly Chord[]): Chord[] {
  return facesOf(count, chords).flatMap((face) => face.slice(2, -1).map((corner) => ({ from: face[0]!, to: corner })));
}
