import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { cornersLabel } from '../geometry/labels.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { impossibleTriangle, isTriangle, thirdPoint, trianglePairs } from './triangulated-faces.js';
import type { Triangle, TriangleSide } from './triangulated-faces.js';
import type { Construction, HingeConstruction, TriangleConstruction } from './triangulated-parts.js';

/** Corners with their places, in a frame of their own. */
type Places = ReadonlyMap<number, Point>;

/** What came of putting numbers into a construction. */
export interface Placing {
  /** A at the origin, AB along +x; corners of the largest part around AB that is possible. */
  placed: Map<number, Point>;
  /** Triangles whose three sides were measured. */
  triangles: Triangle[];
  problems: ShapeProblem[];
}

/** Places the corners of a construction; `turned` says of every triangle that may run either way whether it runs clockwise. */
export function place(construction: Construction, turned: (choice: number) => boolean): Placing {
  const placer = new Placer(turned);
  const placed = inFrame(placer.largestAroundAb(construction));
  return { placed, triangles: placer.triangles, problems: placer.problems };
}

class Placer {
  readonly problems: ShapeProblem[] = [];
  readonly triangles: Triangle[] = [];

  constructor(private readonly turned: (choice: number) => boolean) {}

  /** The construction itself, or the part of it around the wall AB that has no impossible triangle. */
  largestAroundAb(construction: Construction): Places {
    const places = this.placesOf(construction);
    if (places) {
      return places;
    }
    const inner = partsOf(construction).find((part) => holdsAb(part));
    return inner ? new Placer(this.turned).largestAroundAb(inner) : new Map();
  }

  private placesOf(construction: Construction): Places | null {
    switch (construction.kind) {
      case 'edge': {
        const { from, to, reading } = construction;
        const end: [number, Point] = [to, { x: reading?.value ?? 0, y: 0 }];
        return reading ? new Map([[from, { x: 0, y: 0 }], end]) : null;
      }
      case 'hinge':
        return this.placesOfHinge(construction);
      case 'triangle':
        return this.placesOfTriangle(construction);
      default: {
        const first = this.placesOf(construction.first);
        const second = this.placesOf(construction.second);
        const [a, b] = construction.shared;
        return first && second && joined(first, moved(second, [a, first.get(a)!], [b, first.get(b)!]));
      }
    }
  }

  private placesOfHinge({ reading, holdsAfter, holdsBefore }: HingeConstruction): Places | null {
    const fixed = this.placesOf(holdsAfter);
    const swung = this.placesOf(holdsBefore);
    if (!fixed || !swung) {
      return null;
    }
    const corner = fixed.get(reading.corner)!;
    const after = fixed.get(reading.after)!;
    const heading = Math.atan2(after.y - corner.y, after.x - corner.x) + reading.value;
    const before = { x: corner.x + Math.cos(heading), y: corner.y + Math.sin(heading) };
    return joined(fixed, moved(swung, [reading.corner, corner], [reading.before, before]));
  }

  private placesOfTriangle(construction: TriangleConstruction): Places | null {
    const { corners, choice } = construction;
    const sides = construction.sides.map((side) => this.placesOf(side));
    const [base, right, left] = sides;
    if (!base || !right || !left) {
      return null;
    }
    const [p, q, r] = corners;
    const lengths = trianglePairs(corners).map(([a, b], index) =>
      distance(sides[index]!.get(a)!, sides[index]!.get(b)!),
    );
    const [, toSecond, toFirst] = lengths as [number, number, number];
    const [start, end] = [base.get(p)!, base.get(q)!];
    const clockwise = choice !== null && this.turned(choice);
    const top = !isTriangle(lengths)
      ? null
      : clockwise
        ? thirdPoint([end, start], toSecond, toFirst)
        : thirdPoint([start, end], toFirst, toSecond);
    if (!top) {
      this.problems.push(impossible(construction, lengths));
      return null;
    }
    if (choice === null) {
      this.triangles.push(corners);
    }
    return joined(base, moved(right, [q, end], [r, top]), moved(left, [p, start], [r, top]));
  }
}

/** Of measured sides only it is a triangle like any other; with a side that follows from an angle the angles are named. */
function impossible({ corners, sides }: TriangleConstruction, lengths: readonly number[]): ShapeProblem {
  const named = trianglePairs(corners).map(([from, to], index): TriangleSide => {
    const side = sides[index]!;
    const path = side.kind === 'edge' ? (side.reading?.path ?? null) : null;
    return { from, to, path, lengthM: lengths[index]! };
  });
  const problem = impossibleTriangle(corners, named);
  const corner = sides.flatMap((side) => cornersOfAngles(side));
  return corner.length === 0
    ? problem
    : shapeProblem('ANGLES_IMPOSSIBLE', 'angles', {
        ...problem.params,
        corners: cornersLabel(corner.toSorted((a, b) => a - b)),
      });
}

function cornersOfAngles(construction: Construction): number[] {
  const own = construction.kind === 'hinge' ? [construction.reading.corner] : [];
  return [...own, ...partsOf(construction).flatMap((part) => cornersOfAngles(part))];
}

function partsOf(construction: Construction): readonly Construction[] {
  switch (construction.kind) {
    case 'edge':
      return [];
    case 'hinge':
      return [construction.holdsAfter, construction.holdsBefore];
    case 'triangle':
      return construction.sides;
    default:
      return [construction.first, construction.second];
  }
}

function holdsAb(construction: Construction): boolean {
  return construction.kind === 'edge'
    ? Math.min(construction.from, construction.to) === 0 && Math.max(construction.from, construction.to) === 1
    : partsOf(construction).some((part) => holdsAb(part));
}

function joined(...all: readonly Places[]): Places {
  return new Map(all.flatMap((places) => [...places]));
}

type Target = readonly [corner: number, to: Point];

/** Places moved as one so that the first corner comes to its target and the second lies in the direction of its own. */
function moved(places: Places, [first, toFirst]: Target, [second, toSecond]: Target): Places {
  const from = places.get(first)!;
  const heading = headingOf(toFirst, toSecond) - headingOf(from, places.get(second)!);
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const result = new Map<number, Point>();
  for (const [corner, { x, y }] of places) {
    const [dx, dy] = [x - from.x, y - from.y];
    result.set(corner, { x: toFirst.x + cos * dx - sin * dy, y: toFirst.y + sin * dx + cos * dy });
  }
  return result;
}

function headingOf(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

/** A at the origin and AB along +x, when both are there. */
function inFrame(places: Places): Map<number, Point> {
  const [a, b] = [places.get(0), places.get(1)];
  if (!a || !b) {
    return new Map();
  }
  const length = distance(a, b);
  const framed = new Map(moved(places, [0, { x: 0, y: 0 }], [1, { x: length, y: 0 }]));
  return framed.set(0, { x: 0, y: 0 }).set(1, { x: length, y: 0 });
}
