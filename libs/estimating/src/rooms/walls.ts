import { ARC_CHORDS, flattenArc, measureArc } from '../geometry/arcs.js';
import { wallLabel } from '../geometry/labels.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import type { Arc } from '../shape/room-shape.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { Wall, WallArc } from './built-room.js';

/** Of half a chord in tenths of a millimetre, so that its rounding up does not take noise for a tenth. */
const NOISE_STEPS = 1e-6;

/** The walls over their chords in metres; an arc of impossible readings is refused by checkArcs before. */
export function buildWalls(chordsM: readonly number[], arcs: readonly Arc[]): Wall[] {
  const count = chordsM.length;
  return chordsM.map((chordM, index) => {
    const arc = arcs.find(({ side }) => side === index);
    const base = { from: index, to: (index + 1) % count, label: wallLabel(index, count), chordM };
    if (!arc) {
      return { ...base, lengthM: chordM };
    }
    const sagittaM = sagittaOf(arc, chordM);
    const wallArc: WallArc = { bulges: arc.bulges, sagittaM, ...measureArc(chordM, sagittaM) };
    return { ...base, lengthM: wallArc.lengthM, arc: wallArc };
  });
}

/** In metres. A radius that an adjusted chord made a little too short means half a circle. */
function sagittaOf(arc: Arc, chordM: number): number {
  if ('sagittaMm' in arc) {
    return arc.sagittaMm / 1000;
  }
  const radiusM = arc.radiusMm / 1000;
  const toChordSquared = radiusM * radiusM - (chordM * chordM) / 4;
  // (r − d) as (r² − d²) / (r + d): a flat arc is the difference of two nearly equal lengths.
  return (radiusM * radiusM - Math.max(0, toChordSquared)) / (radiusM + Math.sqrt(Math.max(0, toChordSquared)));
}

/** The closed line of the room: corners, and the inner points of the chords of its arcs. */
export function flattenWalls(vertices: readonly Point[], walls: readonly Wall[]): Point[] {
  return walls.flatMap(({ from, to, arc }) => {
    const start = vertices[from]!;
    return arc ? [start, ...flattenArc(start, vertices[to]!, arc)] : [start];
  });
}

/** The wall of each segment of that line. */
export function wallsOfSegments(walls: readonly Wall[]): number[] {
  return walls.flatMap(({ arc }, index) => Array<number>(arc ? ARC_CHORDS : 1).fill(index));
}

/** Walls may not cross or touch; what does is named at the later wall. */
export function checkCrossing(vertices: readonly Point[]): ShapeProblem[] {
  const crossing = findCrossing(vertices);
  if (!crossing) {
    return [];
  }
  const pair = crossing.map((index) => wallLabel(index, vertices.length)).join(',');
  return [shapeProblem('WALLS_CROSS', `sidesMm.${crossing[1]}`, { walls: pair })];
}

/**
 * An arc by its sagitta is at most as deep as its chord is long, a radius at least half as long.
 * @param typedMm the chords as they were measured: no adjustment makes a reading wrong
 */
export function checkArcs(arcs: readonly Arc[], typedMm: readonly number[]): ShapeProblem[] {
  return arcs.flatMap((arc, index) => {
    const chordMm = typedMm[arc.side]!;
    if ('sagittaMm' in arc) {
      const isTooDeep = arc.sagittaMm > chordMm;
      return isTooDeep ? [shapeProblem('ARC_INVALID', `arcs.${index}.sagittaMm`, { maxMm: chordMm })] : [];
    }
    const minMm = Math.ceil((chordMm / 2) * 10 - NOISE_STEPS) / 10;
    return arc.radiusMm < minMm ? [shapeProblem('ARC_INVALID', `arcs.${index}.radiusMm`, { minMm })] : [];
  });
}

/**
 * An arc may not cross or touch any other wall, nor reach in so far that it holds the whole room; it is named at its
 * depth.
 */
export function checkArcsCrossing(
  arcs: readonly Arc[],
  walls: readonly Wall[],
  contour: readonly Point[],
): ShapeProblem[] {
  const crossing = arcs.length > 0 ? findCrossing(contour) : null;
  const sides = wallsOfSegments(walls);
  const crossed = crossing ? crossing.map((segment) => sides[segment]!) : [];
  const index = crossing ? arcs.findIndex(({ side }) => crossed.includes(side)) : insideOut(arcs, walls, contour);
  if (index < 0) {
    return [];
  }
  const depth = 'radiusMm' in arcs[index]! ? 'radiusMm' : 'sagittaMm';
  const pair = (crossing ? crossed : [arcs[index]!.side]).map((side) => walls[side]!.label).join(',');
  return [shapeProblem('ARC_INVALID', `arcs.${index}.${depth}`, { walls: pair })];
}

/** The deepest inward arc of a contour it has turned inside out; −1 for a contour that runs the right way round. */
function insideOut(arcs: readonly Arc[], walls: readonly Wall[], contour: readonly Point[]): number {
  if (arcs.length === 0 || shoelaceArea(contour) > 0) {
    return -1;
  }
  const depths = arcs.map(({ side, bulges }) => (bulges === 'inward' ? walls[side]!.arc!.sagittaM : 0));
  return depths.indexOf(Math.max(...depths));
}
