import { wallLabel } from '../geometry/labels.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import type { ReadingRef, ReadingsCheck } from './built-room.js';
import type { Heading, Headings } from './right-angled-search.js';
import { lengthSigma } from './triangulated-readings.js';

/** Both closing conditions, along AB and across it, are readings to spare. */
const REDUNDANCY = 2;
/** A gap of this many standard deviations of the walls of its axis is no blunder yet. */
const AGREED_SIGMAS = 3;

/** Whether a wall runs along its axis or against it. */
export function signOf(heading: Heading): 1 | -1 {
  return heading < 2 ? 1 : -1;
}

interface AxisGap {
  gapMm: number;
  /** The room along this axis with all its steps: half of what its walls add up to. */
  extentMm: number;
  /** Walls any one of which may be the wrong one, with the lengths that would close the room. */
  suspects: ReadingRef[];
}

/**
 * The check of a right-angled room: its closing gaps. A gap along one axis may come from any wall of that axis; the walls
 * of the other axis are clear of it.
 */
export function checkClosing(
  sidesMm: readonly number[],
  headings: Headings,
  gap: { x: number; y: number },
): ReadingsCheck {
  const axes = [gap.x, gap.y].map((gapMm, axis) => checkAxis(sidesMm, headings, { gapMm, axis }));
  const suspects = axes.flatMap((axis) => axis.suspects);
  const isOneAxis = axes.some((axis) => axis.suspects.length === 0);
  return {
    redundancy: REDUNDANCY,
    // Each on its own: a great gap of a long axis does not excuse a smaller one of a short axis.
    misclosureMm: Math.max(...axes.map(({ gapMm }) => gapMm)),
    misclosurePercent: Math.max(...axes.map(({ gapMm, extentMm }) => (gapMm / extentMm) * 100)),
    doubtful: isOneAxis && suspects.length === 1 ? suspects[0]! : null,
    suspects,
  };
}

function checkAxis(
  sidesMm: readonly number[],
  headings: Headings,
  { gapMm, axis }: { gapMm: number; axis: number },
): AxisGap {
  const walls = [...sidesMm.entries()].filter(([index]) => index % 2 === axis);
  const extentMm = walls.reduce((sum, [, side]) => sum + side, 0) / 2;
  const sigmaMm = Math.hypot(...walls.map(([, side]) => lengthSigma(side / 1000) * 1000));
  if (Math.abs(gapMm) <= AGREED_SIGMAS * sigmaMm) {
    return { gapMm: Math.abs(gapMm), extentMm, suspects: [] };
  }
  const suspects = walls.map(([index, measured]): ReadingRef => {
    const expected = measured - signOf(headings[index]!) * gapMm;
    return { path: `sidesMm.${index}`, label: wallLabel(index, sidesMm.length), unit: 'mm', measured, expected };
  });
  return {
    gapMm: Math.abs(gapMm),
    extentMm,
    suspects: suspects.filter(({ expected }) => expected >= SHAPE_LIMITS.minSideMm),
  };
}
