import type { TriangulatedShape } from '../src/shape/room-shape.js';

type Shape = TriangulatedShape<number>;

/** The same readings told in another way, and which corner of the first telling each of its corners is. */
export interface Retold {
  shape: Shape;
  corners: number[];
}

/** The diagonals in another order, every second one from its other end. */
export function reordered(shape: Shape, order: readonly number[]): Retold {
  const diagonalsMm = order.map((index, place) => {
    const { from, to, lengthMm } = shape.diagonalsMm[index]!;
    return place % 2 === 0 ? { from, to, lengthMm } : { from: to, to: from, lengthMm };
  });
  return { shape: { ...shape, diagonalsMm }, corners: [...shape.sidesMm.keys()] };
}

/** Lettered from another corner, or from it the other way round. */
export function relettered(shape: Shape, start: number, isMirrored = false): Retold {
  const count = shape.sidesMm.length;
  const places = [...shape.sidesMm.keys()];
  const corners = places.map((place) => (start + (isMirrored ? count - place : place)) % count);
  const placeOf = (corner: number) => corners.indexOf(corner);
  return {
    corners,
    shape: {
      ...shape,
      sidesMm: corners.map((corner) => shape.sidesMm[isMirrored ? (corner + count - 1) % count : corner]!),
      diagonalsMm: shape.diagonalsMm.map(({ from, to, lengthMm }) => {
        return { from: placeOf(from), to: placeOf(to), lengthMm };
      }),
      ...(shape.angles && {
        angles: shape.angles.map(({ corner, degrees }) => ({ corner: placeOf(corner), degrees })),
      }),
    },
  };
}

/** Whole millimetres, as a tape shows them, and whole tenths of a degree. */
export function roundedShape(shape: Shape): Shape {
  return {
    ...shape,
    sidesMm: shape.sidesMm.map((side) => Math.round(side)),
    diagonalsMm: shape.diagonalsMm.map((diagonal) => ({ ...diagonal, lengthMm: Math.round(diagonal.lengthMm) })),
    ...(shape.angles && {
      angles: shape.angles.map(({ corner, degrees }) => ({ corner, degrees: Math.round(degrees * 10) / 10 })),
    }),
  };
}
