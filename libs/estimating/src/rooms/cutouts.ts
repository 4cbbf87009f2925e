import { distance, NOISE_M } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import { placePoints } from '../geometry/placing.js';
import { countCorners } from '../geometry/corners.js';
import type { Cutout, PointMm } from '../shape/room-shape.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { BuiltCutout, BuiltRoom } from './built-room.js';
import { areClear, liesWithin } from './regions.js';
import type { Region } from './regions.js';
import { edgesOf } from './shared-stretches.js';
import { freeEdgesAtWall } from './wall-cutouts.js';

/** Chords that stand for a round column in drawings and layouts; its measures are exact. */
export const CIRCLE_CHORDS = 48;

/** Cut-outs with coordinates, or the first things wrong with each, named at its place in the list. */
export type CutoutsResult = { ok: true; cutouts: BuiltCutout[] } | { ok: false; problems: ShapeProblem[] };

/**
 * Builds the cut-outs of a room. Each must be a simple figure inside the contour (arcs as chords) and clear of the
 * other cut-outs; the later one of two that meet is named. One with straight sides may stand at a wall or in a corner.
 * @param straightBelowDeg a turn smaller than this is no corner of a polygon
 */
export function buildCutouts(
  given: readonly Cutout[],
  room: Pick<BuiltRoom, 'walls' | 'contour'>,
  straightBelowDeg: number,
): CutoutsResult {
  const walls = given.length > 0 ? edgesOf(room, (points) => points) : [];
  const regions = given.map(regionOf).map((region) => ({
    ...region,
    freeEdgesM: region.circle ? null : freeEdgesAtWall(region.contour, walls),
  }));
  const problems = regions.flatMap((_, index) => checkCutout(regions, room.contour, index) ?? []);
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  return { ok: true, cutouts: given.map((cutout, index) => measureCutout(cutout, regions[index]!, straightBelowDeg)) };
}

/** A cut-out's place, and its free edges where it stands at a wall. */
interface StandingRegion extends Region {
  freeEdgesM: number[] | null;
}

function checkCutout(regions: readonly StandingRegion[], room: readonly Point[], index: number): ShapeProblem | null {
  const region = regions[index]!;
  if (!region.circle && (findCrossing(region.contour) || Math.abs(shoelaceArea(region.contour)) < NOISE_M)) {
    return shapeProblem('CUTOUT_INVALID', `cutouts.${index}.pointsMm`, { number: index + 1 });
  }
  if (!region.freeEdgesM && !liesWithin(region, room)) {
    return shapeProblem('CUTOUT_OUTSIDE', `cutouts.${index}`, { number: index + 1 });
  }
  const other = regions.slice(0, index).findIndex((earlier) => !areClear(earlier, region));
  return other < 0
    ? null
    : shapeProblem('CUTOUTS_OVERLAP', `cutouts.${index}`, { number: index + 1, other: other + 1 });
}

function regionOf(cutout: Cutout): Region {
  switch (cutout.kind) {
    case 'rectangle': {
      const [halfX, halfY] = [cutout.sizeMm[0] / 2000, cutout.sizeMm[1] / 2000];
      const corners = [
        { x: -halfX, y: -halfY },
        { x: halfX, y: -halfY },
        { x: halfX, y: halfY },
        { x: -halfX, y: halfY },
      ];
      return { contour: placePoints(corners, metres(cutout.centreMm), cutout.turnDeg ?? 0) };
    }
    case 'circle': {
      const circle = { centre: metres(cutout.centreMm), radiusM: cutout.diameterMm / 2000 };
      return { circle, contour: circleContour(circle) };
    }
    default: {
      const points = cutout.pointsMm.map(metres);
      return { contour: shoelaceArea(points) < 0 ? points.toReversed() : points };
    }
  }
}

function circleContour({ centre, radiusM }: { centre: Point; radiusM: number }): Point[] {
  return Array.from({ length: CIRCLE_CHORDS }, (_, index) => {
    const angle = (2 * Math.PI * index) / CIRCLE_CHORDS;
    return { x: centre.x + radiusM * Math.cos(angle), y: centre.y + radiusM * Math.sin(angle) };
  });
}

function measureCutout({ id, purpose, kind }: Cutout, region: StandingRegion, straight: number): BuiltCutout {
  const { contour, circle, freeEdgesM } = region;
  if (circle) {
    const perimeterM = 2 * Math.PI * circle.radiusM;
    const areaM2 = Math.PI * circle.radiusM * circle.radiusM;
    return { id, purpose, kind, contour, areaM2, perimeterM, curvedM: perimeterM, corners: 0 };
  }
  if (freeEdgesM) {
    const perimeterM = freeEdgesM.reduce((sum, length) => sum + length, 0);
    // Which of its corners are free is seen from the room.
    return {
      id,
      purpose,
      kind,
      contour,
      areaM2: shoelaceArea(contour),
      perimeterM,
      curvedM: 0,
      corners: 0,
      freeEdgesM,
    };
  }
  const lengths = contour.map((point, index) => distance(point, contour[(index + 1) % contour.length]!));
  return {
    id,
    purpose,
    kind,
    contour,
    areaM2: shoelaceArea(contour),
    perimeterM: lengths.reduce((sum, length) => sum + length, 0),
    curvedM: 0,
    corners: countCorners(contour, straight),
  };
}

function metres({ x, y }: PointMm): Point {
  return { x: x / 1000, y: y / 1000 };
}
