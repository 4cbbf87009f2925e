import type { Point } from './point.js';

/** Chords that stand for an arc in layouts, widths and drawings (rule set R1). */
export const ARC_CHORDS = 24;

/** Which side of its chord an arc lies on; the room is to the left of its walls. */
export type Bulge = 'outward' | 'inward';

/** A circular arc over a chord, metres and radians. */
export interface ArcMeasures {
  radiusM: number;
  angleRad: number;
  lengthM: number;
  segmentM2: number;
}

/**
 * Measures of the arc over a chord with a given sagitta, both positive and in metres. A sagitta above half the chord is
 * more than half a circle; the angle as four times the arc tangent holds for both.
 */
export function measureArc(chordM: number, sagittaM: number): ArcMeasures {
  const radiusM = (chordM * chordM) / (8 * sagittaM) + sagittaM / 2;
  const angleRad = 4 * Math.atan((2 * sagittaM) / chordM);
  const lengthM = radiusM * angleRad;
  const segmentM2 = (radiusM * radiusM * (angleRad - Math.sin(angleRad))) / 2;
  return { radiusM, angleRad, lengthM, segmentM2 };
}

/** The inner points of an arc from `from` to `to` cut into 24 chords: 23 points, without its two ends. */
export function flattenArc(from: Point, to: Point, arc: { sagittaM: number; bulges: Bulge }): Point[] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const chord = Math.hypot(dx, dy);
  const { radiusM, angleRad } = measureArc(chord, arc.sagittaM);
  const outward = arc.bulges === 'outward' ? 1 : -1;
  const toCentre = (outward * (arc.sagittaM - radiusM)) / chord;
  const centre = { x: (from.x + to.x) / 2 + dy * toCentre, y: (from.y + to.y) / 2 - dx * toCentre };
  const start = Math.atan2(from.y - centre.y, from.x - centre.x);
  return Array.from({ length: ARC_CHORDS - 1 }, (_, index) => {
    const angle = start + (outward * angleRad * (index + 1)) / ARC_CHORDS;
    return { x: centre.x + radiusM * Math.cos(angle), y: centre.y + radiusM * Math.sin(angle) };
  });
}
