import type { LengthReading, TurnReading } from './triangulated-readings.js';
import type { Triangle } from './triangulated-faces.js';

/** How the corners of a rigid part follow from readings; the numbers are put in later, see triangulated-placing.ts. */
export type Construction = EdgeConstruction | HingeConstruction | TriangleConstruction | OverlapConstruction;

/** A wall or a diagonal; `reading` is null while its length is not known. */
interface EdgeConstruction {
  kind: 'edge';
  from: number;
  to: number;
  reading: LengthReading | null;
}

/** Two parts with a common corner and the angle between their walls there. */
export interface HingeConstruction {
  kind: 'hinge';
  reading: TurnReading;
  holdsAfter: Construction;
  holdsBefore: Construction;
}

/** Three parts, each two of which share a corner: three distances. */
export interface TriangleConstruction {
  kind: 'triangle';
  corners: Triangle;
  /** The parts that hold the corners 0 and 1, 1 and 2, 0 and 2 of the triangle. */
  sides: [Construction, Construction, Construction];
  /**
   * Sides a person could measure lie inside the room, so that the triangle runs counter-clockwise like the room. Where a
   * side only follows from an angle or from other diagonals it may run either way: the number of that choice.
   */
  choice: number | null;
}

/** Two parts with two common corners: one length more than needed, unnoticed until now. */
interface OverlapConstruction {
  kind: 'overlap';
  shared: [number, number];
  first: Construction;
  second: Construction;
}

/** Corners that cannot move against each other any more. */
export interface RigidPart {
  corners: ReadonlySet<number>;
  construction: Construction;
}

/**
 * Rigid parts of a room that grow together reading by reading: an angle joins the two walls of its corner, three parts
 * that share corners pairwise make a triangle. A reading between corners of one part is refused: it controls, it fixes
 * nothing. (Not every rigid framework falls into triangles; those that do not are taken for movable.)
 */
export class RigidParts {
  private readonly all = new Set<RigidPart>();
  /** Triangles that may run either way round so far. */
  choices = 0;

  /** @param isMeasurable whether the straight line between two corners is known to lie inside the room */
  constructor(
    private readonly count: number,
    private readonly isMeasurable: (a: number, b: number) => boolean,
  ) {}

  get parts(): Iterable<RigidPart> {
    return this.all;
  }

  /** The part that is the whole room, when there is one. */
  whole(): RigidPart | null {
    return [...this.all].find(({ corners }) => corners.size === this.count) ?? null;
  }

  /** False when the two corners are fixed to each other already. */
  addLength(from: number, to: number, reading: LengthReading | null): boolean {
    if (this.holding(from, to)) {
      return false;
    }
    this.add({ corners: new Set([from, to]), construction: { kind: 'edge', from, to, reading } });
    return true;
  }

  /** False when the two walls are fixed to each other already, or one of them is not there. */
  addAngle(reading: TurnReading): boolean {
    const after = this.holding(reading.corner, reading.after);
    const before = this.holding(reading.corner, reading.before);
    if (!after || !before || after === before) {
      return false;
    }
    this.merge([after, before], {
      kind: 'hinge',
      reading,
      holdsAfter: after.construction,
      holdsBefore: before.construction,
    });
    return true;
  }

  private holding(a: number, b: number): RigidPart | null {
    for (const part of this.all) {
      if (part.corners.has(a) && part.corners.has(b)) {
        return part;
      }
    }
    return null;
  }

  private merge(parts: readonly RigidPart[], construction: Construction): void {
    parts.forEach((part) => this.all.delete(part));
    this.add({ corners: new Set(parts.flatMap(({ corners }) => [...corners])), construction });
  }

  /** Adds a part and lets it grow together with what it touches. */
  private add(part: RigidPart): void {
    this.all.add(part);
    const touching: { part: RigidPart; at: number }[] = [];
    for (const other of this.all) {
      const [at, second] = other === part ? [] : sharedCorners(part, other);
      if (at !== undefined && second !== undefined) {
        const [first, last] = [part.construction, other.construction];
        this.merge([part, other], { kind: 'overlap', shared: [at, second], first, second: last });
        return;
      }
      if (at !== undefined) {
        touching.push({ part: other, at });
      }
    }
    this.closeTriangle(part, touching);
  }

  private closeTriangle(part: RigidPart, touching: readonly { part: RigidPart; at: number }[]): void {
    for (const [index, one] of touching.entries()) {
      for (const other of touching.slice(index + 1)) {
        const [top] = one.at === other.at ? [] : sharedCorners(one.part, other.part);
        if (top !== undefined) {
          const corners = [one.at, other.at, top].sort((a, b) => a - b) as Triangle;
          this.merge([part, one.part, other.part], this.triangle(corners, [part, one.part, other.part]));
          return;
        }
      }
    }
  }

  private triangle(corners: Triangle, parts: readonly RigidPart[]): TriangleConstruction {
    const [p, q, r] = corners;
    const pairs = [
      [p, q],
      [q, r],
      [p, r],
    ] as const;
    const sides = pairs.map(
      ([a, b]) => parts.find((part) => part.corners.has(a) && part.corners.has(b))!.construction,
    ) as TriangleConstruction['sides'];
    const isCertain = pairs.every(([a, b]) => this.isMeasurable(a, b));
    const choice = isCertain ? null : this.choices;
    this.choices += isCertain ? 0 : 1;
    return { kind: 'triangle', corners, sides, choice };
  }
}

function sharedCorners(one: RigidPart, other: RigidPart): number[] {
  const [small, large] = one.corners.size < other.corners.size ? [one, other] : [other, one];
  const shared: number[] = [];
  for (const corner of small.corners) {
    if (large.corners.has(corner)) {
      shared.push(corner);
    }
  }
  return shared;
}
