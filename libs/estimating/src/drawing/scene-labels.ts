import type { ScreenAngle } from './angles.js';
import type { ScreenDimension } from './dimensions.js';
import { LabelSpace } from './label-space.js';
import { besideWish, cornerWish, insideWish, onLineWish, wallWish } from './label-wishes.js';
import { metresLabel } from './length-label.js';
import type { Outline } from './outline.js';
import type { ScreenWall } from './paths.js';
import { placeLabels } from './place-labels.js';
import type { LabelWish, PlacedLabel } from './place-labels.js';
import { boxAround, lengthOf } from './screen.js';
import type { Box, Segment, Spot } from './screen.js';
import type { View } from './view.js';

/** The texts of a drawing; `of` is the index of a corner, a wall, a reading or a seam, or the id of an object. */
export interface SceneLabels {
  cornerLabels: PlacedLabel[];
  /** Of an arc with its sagitta or radius behind the chord. */
  wallLabels: PlacedLabel[];
  diagonalLabels: PlacedLabel[];
  angleLabels: PlacedLabel[];
  cutoutLabels: PlacedLabel[];
  levelLabels: PlacedLabel[];
  dimensionLabels: PlacedLabel[];
  seamLabels: PlacedLabel[];
  /** Numbers of the strips, when there are several. */
  stripLabels: PlacedLabel[];
}

/** What is drawn, as far as its texts have to know. */
export interface Drawn {
  outline: Outline;
  view: View;
  /** By corner index. */
  corners: ReadonlyMap<number, Spot>;
  walls: readonly ScreenWall[];
  /** In the order of the walls: the line of a profile inside, the depth of a hatch outside. */
  sides: readonly { profileLine: readonly Spot[]; outside: number }[];
  diagonals: readonly { index: number; line: Segment }[];
  angles: readonly ScreenAngle[];
  cutouts: readonly { id: string; extent: Box }[];
  objects: readonly { spots: readonly Spot[]; radius: number }[];
  levels: readonly { id: string; label: string; spots: readonly Spot[] }[];
  dimensions: readonly ScreenDimension[];
  seams: readonly { index: number; line: Segment; lengthM: number }[];
  strips: readonly { index: number; spots: readonly Spot[] }[];
}

/** What a pixel of a line through a text costs: walls hardly ever, thin lines rather not. */
const COST = { wall: 14, mark: 6, thin: 0.3 } as const;

export function labelScene(drawn: Drawn): SceneLabels {
  const { outline, view, diagonals, angles, cutouts, levels, dimensions, seams, strips } = drawn;
  const space = obstaclesOf(drawn);
  const place = (wishes: readonly (LabelWish | null)[]): PlacedLabel[] =>
    placeLabels(
      wishes.filter((wish): wish is LabelWish => wish !== null),
      space,
    );
  const cutoutLabel = new Map(outline.cutouts.map(({ id, label }) => [id, label]));
  return {
    cornerLabels: place(letterWishes(drawn)),
    wallLabels: place(wallWishes(drawn)),
    cutoutLabels: place(cutouts.map(({ id, extent }) => besideWish(extent, cutoutLabel.get(id) ?? '', id))),
    angleLabels: place(angles.map(({ wish }) => wish)),
    dimensionLabels: place(dimensions.map(({ wish }) => wish)),
    seamLabels: place(
      seams.map(({ index, line, lengthM }) => onLineWish(line, metresLabel(lengthM), { of: index, frame: view.box })),
    ),
    diagonalLabels: place(
      outline.diagonals.map(({ index, label }, position) =>
        onLineWish(diagonals[position]!.line, label, { of: index, frame: view.box }),
      ),
    ),
    levelLabels: place(levels.map(({ id, label, spots }) => insideWish(spots, label, id))),
    stripLabels: place(
      strips.length < 2 ? [] : strips.map(({ index, spots }) => insideWish(spots, String(index + 1), index)),
    ),
  };
}

function obstaclesOf(drawn: Drawn): LabelSpace {
  const space = new LabelSpace(drawn.view.box);
  const addLine = (spots: readonly Spot[], cost: number): void =>
    spots.slice(1).forEach((b, index) => space.addLine({ a: spots[index]!, b }, cost));
  drawn.walls.forEach(({ along }) => addLine(along, COST.wall));
  drawn.sides.forEach(({ profileLine }) => addLine(profileLine, COST.mark));
  drawn.levels.forEach(({ spots }) => addLine([...spots, ...spots.slice(0, 1)], COST.wall));
  drawn.cutouts.forEach(({ extent }) => space.addBox(extent));
  drawn.strips.forEach(({ spots }) => addLine([...spots, ...spots.slice(0, 1)], COST.thin));
  for (const { spots, radius } of drawn.objects) {
    const [first] = spots;
    if (spots.length === 1 && first) {
      space.addBox(boxAround(first, 2 * radius, 2 * radius));
    } else {
      addLine(spots, COST.mark);
    }
  }
  for (const { line } of [...drawn.diagonals, ...drawn.seams, ...drawn.dimensions]) {
    space.addLine(line, COST.thin);
  }
  return space;
}

function letterWishes({ outline, corners, view }: Drawn): LabelWish[] {
  const count = outline.corners.length;
  const spotAt = (position: number): Spot => corners.get(outline.corners[(position + count) % count]!.index)!;
  return outline.corners.map((corner, position) =>
    cornerWish(
      corner,
      { before: spotAt(position - 1), at: spotAt(position), after: spotAt(position + 1) },
      view.isMirrored,
    ),
  );
}

/** Short walls first: long ones have room enough to give way. */
function wallWishes({ outline, walls, view, sides }: Drawn): (LabelWish | null)[] {
  const shortestFirst = walls.map((_, position) => position).sort((a, b) => lengthOf(walls[a]!) - lengthOf(walls[b]!));
  return shortestFirst.map((position) => {
    const { label, arc } = outline.walls[position]!;
    const wall = walls[position]!;
    return wallWish({
      wall,
      text: arc ? `${label} · ${arc.label}` : label,
      isMirrored: view.isMirrored,
      frame: view.box,
      outside: sides[position]!.outside,
    });
  });
}
