import { cornerLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { BuildRoomResult, BuiltCutout, BuiltRoom, WallArc } from '../rooms/built-room.js';
import type { Arc, Cutout, Length, RoomDraft } from '../shape/room-shape.js';
import { angleLabel, lengthLabel, metresLabel } from './length-label.js';
import type { Outline, OutlineAngle, OutlineCutout, OutlineDiagonal, OutlineWall } from './outline.js';
import { cornerCount, schemePoints } from './scheme.js';

/**
 * Says what of a room can be drawn. Lengths are written as they were read, not as they were adjusted.
 * @param build what buildRoom made of the same draft.
 */
export function outlineOf(draft: RoomDraft, build: BuildRoomResult): Outline {
  if (build.ok) {
    return builtOutline(draft, build.room);
  }
  const { partial, partialCorners } = build;
  // One wall is no picture yet: until three corners are known, the scheme carries what is typed.
  const drawable = partial && partialCorners && partial.length >= 3;
  return drawable ? partialOutline(draft, partial, partialCorners) : schemeOutline(draft);
}

function builtOutline(draft: RoomDraft, room: BuiltRoom): Outline {
  const { vertices } = room;
  const onCurve = jointsOnCurves(room);
  const known = new Map(vertices.entries());
  return {
    state: 'built',
    lettered: room.lettered,
    corners: vertices.map((at, index) => ({ index, letter: cornerLabel(index), at, isOnCurve: onCurve.has(index) })),
    walls: room.walls.map((wall, index) => ({
      index,
      from: vertices[wall.from]!,
      to: vertices[wall.to]!,
      corners: [wall.from, wall.to],
      label: sideLabel(draft, index) || metresLabel(wall.chordM),
      arc: wall.arc ? { ...wall.arc, label: arcLabel(draft, index, wall.arc) } : null,
    })),
    diagonals: diagonalsOf(draft, known, controlTest(room)),
    angles: anglesOf(draft, known),
    cutouts: room.cutouts.map((cutout) =>
      outlineCutout(
        cutout,
        draft.cutouts?.find(({ id }) => id === cutout.id),
      ),
    ),
    contour: room.contour,
  };
}

/** Corners between two walls of one curve. */
function jointsOnCurves({ curves, walls }: BuiltRoom): ReadonlySet<number> {
  return new Set(
    curves.flatMap((curve) => {
      const members = new Set(curve.walls);
      const before = (corner: number): number => (corner + walls.length - 1) % walls.length;
      return curve.walls.filter((wall) => members.has(before(wall)));
    }),
  );
}

/** Diagonals that are no side of a measured triangle only check the room. */
function controlTest({ check, triangles }: BuiltRoom): (from: number, to: number) => boolean {
  if (check === null || triangles.length === 0) {
    return () => false;
  }
  return (from, to) => !triangles.some((corners) => corners.includes(from) && corners.includes(to));
}

/** Corners known so far; two of them are joined where they are neighbours or have a measured diagonal. */
function partialOutline(draft: RoomDraft, points: readonly Point[], indexes: readonly number[]): Outline {
  const count = cornerCount(draft);
  const known = new Map(indexes.map((corner, at) => [corner, points[at]!]));
  return {
    state: 'partial',
    lettered: draft.lettered ?? 'counter-clockwise',
    corners: indexes.map((index) => ({
      index,
      letter: cornerLabel(index),
      at: known.get(index)!,
      isOnCurve: false,
    })),
    walls: wallsBetween(draft, count, known),
    diagonals: diagonalsOf(draft, known, () => false),
    angles: anglesOf(draft, known),
    cutouts: [],
    contour: [],
  };
}

/** Letters on a nominal figure: which wall is AB before there is a single length. */
function schemeOutline(draft: RoomDraft): Outline {
  const points = schemePoints(draft);
  const known = new Map(points.entries());
  return {
    state: 'scheme',
    lettered: draft.lettered ?? 'counter-clockwise',
    corners: points.map((at, index) => ({ index, letter: cornerLabel(index), at, isOnCurve: false })),
    walls: wallsBetween(draft, points.length, known),
    diagonals: diagonalsOf(draft, known, () => false),
    angles: anglesOf(draft, known),
    cutouts: [],
    contour: points,
  };
}

function wallsBetween(draft: RoomDraft, count: number, known: ReadonlyMap<number, Point>): OutlineWall[] {
  return Array.from({ length: count }, (_, index) => {
    const corners: [number, number] = [index, (index + 1) % count];
    const [from, to] = [known.get(corners[0]), known.get(corners[1])];
    return from && to ? [{ index, from, to, corners, label: sideLabel(draft, index), arc: null }] : [];
  }).flat();
}

function diagonalsOf(
  draft: RoomDraft,
  known: ReadonlyMap<number, Point>,
  isControl: (from: number, to: number) => boolean,
): OutlineDiagonal[] {
  if (draft.kind !== 'triangulated') {
    return [];
  }
  return draft.diagonalsMm.flatMap(({ from, to, lengthMm }, index) => {
    const [start, end] = [known.get(from), known.get(to)];
    return start && end
      ? [
          {
            index,
            from: start,
            to: end,
            corners: [from, to],
            label: readingLabel(lengthMm),
            isControl: isControl(from, to),
          },
        ]
      : [];
  });
}

function anglesOf(draft: RoomDraft, known: ReadonlyMap<number, Point>): OutlineAngle[] {
  const angles = draft.kind === 'triangulated' ? (draft.angles ?? []) : [];
  const count = cornerCount(draft);
  return angles.flatMap(({ corner, degrees }, index) => {
    const [before, at, after] = [corner + count - 1, corner, corner + 1].map((neighbour) =>
      known.get(neighbour % count),
    );
    return before && at && after
      ? [{ index, at, before, after, label: degrees === null ? '' : angleLabel(degrees) }]
      : [];
  });
}

/** The opposite walls of a rectangle share a reading. */
function sideLabel({ kind, sidesMm }: RoomDraft, index: number): string {
  return readingLabel(sidesMm[kind === 'rectangle' ? index % 2 : index]);
}

const readingLabel = (mm: Length | undefined): string => (typeof mm === 'number' ? lengthLabel(mm) : '');

function arcLabel(draft: RoomDraft, side: number, { sagittaM }: WallArc): string {
  const arc: Arc<Length> | undefined = draft.arcs?.find((reading) => reading.side === side);
  if (arc && 'radiusMm' in arc) {
    return `R ${readingLabel(arc.radiusMm)}`;
  }
  return `h ${arc ? readingLabel(arc.sagittaMm) : metresLabel(sagittaM)}`;
}

function outlineCutout(built: BuiltCutout, reading: Cutout<Length> | undefined): OutlineCutout {
  const { id, purpose, contour } = built;
  const base = { id, purpose, contour, circle: null };
  if (reading?.kind === 'circle') {
    const { x, y } = reading.centreMm;
    const centre = { x: x / 1000, y: y / 1000 };
    const radiusM = (reading.diameterMm ?? 0) / 2000;
    return { ...base, circle: { centre, radiusM }, label: `Ø${readingLabel(reading.diameterMm)}` };
  }
  if (reading?.kind === 'rectangle') {
    return { ...base, label: reading.sizeMm.map(readingLabel).join('×') };
  }
  return { ...base, label: polygonLabel(contour) };
}

/** The sides one after another; of a figure of many sides nobody reads them. */
function polygonLabel(contour: readonly Point[]): string {
  if (contour.length > 6) {
    return '';
  }
  return contour.map((point, index) => metresLabel(distance(point, contour[(index + 1) % contour.length]!))).join('·');
}
