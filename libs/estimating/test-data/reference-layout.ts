import type { Point } from '../src/geometry/point.js';

/** What the reference rule of R1 says about a room on one roll: an upper bound of every layout. */
export interface ReferenceLayout {
  strips: number;
  k: number;
  filmM2: number;
}

/** Noise of doubles in a count of strips. */
const NOISE = 1e-9;

/**
 * The reference rule as the acceptance file words it, for checking layouts against: for each wall direction and its
 * opposite as few strips as 0.91 allows, the loosest k those strips allow, laid from the edge; fewest strips, then least
 * film.
 * @param contour the room's closed line, arcs flattened.
 */
export function referenceLayout(contour: readonly Point[], walls: readonly Point[], rollM: number): ReferenceLayout {
  return best(
    walls.flatMap(({ x, y }) => [1, -1].map((way) => alongX(turned(contour, { x: x * way, y: y * way }), rollM, 0))),
  );
}

/** The same over directions so many degrees apart, with the first strip at so many places in each. */
export function sweptLayout(
  contour: readonly Point[],
  rollM: number,
  { stepDeg, places }: { stepDeg: number; places: number },
): ReferenceLayout {
  return best(
    Array.from({ length: Math.round(180 / stepDeg) }, (_, index) => {
      const angle = (index * stepDeg * Math.PI) / 180;
      const line = turned(contour, { x: Math.cos(angle), y: Math.sin(angle) });
      return Array.from({ length: places }, (_, place) => alongX(line, rollM, place / Math.max(1, places - 1)));
    }).flat(),
  );
}

function best(layouts: readonly ReferenceLayout[]): ReferenceLayout {
  return layouts.reduce((least, layout) => {
    const order = layout.strips - least.strips || layout.filmM2 - least.filmM2;
    return order < 0 ? layout : least;
  });
}

function turned(contour: readonly Point[], direction: Point): Point[] {
  return contour.map(({ x, y }) => ({
    x: x * direction.x + y * direction.y,
    y: y * direction.x - x * direction.y,
  }));
}

/** @param share of the width to spare that the first strip begins before the room. */
function alongX(contour: readonly Point[], rollM: number, share: number): ReferenceLayout {
  const start = Math.min(...contour.map(({ y }) => y));
  const end = Math.max(...contour.map(({ y }) => y));
  const strips = Math.max(1, Math.ceil(((end - start) * 0.91) / rollM - NOISE));
  const k = Math.min(0.93, Math.floor(((strips * rollM) / (end - start)) * 1000 + 1e-6) / 1000);
  const first = start - share * ((strips * rollM) / k - (end - start));
  let filmM2 = 0;
  for (let strip = 0; strip < strips; strip += 1) {
    const low = first + (strip * rollM) / k;
    filmM2 += extentBetween(contour, Math.max(start, low), Math.min(end, low + rollM / k)) * k * rollM;
  }
  return { strips, k, filmM2 };
}

/** How far the contour reaches along x between two levels; a wall that only touches one of them is outside. */
function extentBetween(contour: readonly Point[], low: number, high: number): number {
  const xs: number[] = [];
  for (const [index, a] of contour.entries()) {
    const b = contour[(index + 1) % contour.length]!;
    const [bottom, top] = [low + NOISE, high - NOISE];
    if (Math.max(a.y, b.y) < bottom || Math.min(a.y, b.y) > top) {
      continue;
    }
    for (const { x, y } of [a, b]) {
      const level = Math.min(top, Math.max(bottom, y));
      xs.push(a.y === b.y ? x : a.x + ((b.x - a.x) * (level - a.y)) / (b.y - a.y));
    }
  }
  return xs.length === 0 ? 0 : Math.max(...xs) - Math.min(...xs);
}
