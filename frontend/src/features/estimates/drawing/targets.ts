import type { BuiltRoom, DrawnLevel, Outline, PointMm, Scene, View } from '@smet/estimating';
import { wallLineMm } from '@smet/estimating';
import type { Target } from './hit-test';
import type { Spot } from './viewport';

interface Drawn {
  outline: Outline;
  /** Null while the room is not complete. */
  built: BuiltRoom | null;
  levels: readonly DrawnLevel[];
  scene: Scene;
}

const inMetres = ({ x, y }: PointMm) => ({ x: x / 1000, y: y / 1000 });

/** Everything on the drawing that can be pointed at, with what it selects. */
export function targetsOf({ outline, built, levels, scene }: Drawn): Target[] {
  const { view } = scene;
  const spots = (points: readonly { x: number; y: number }[]): Spot[] => points.map(view.toScreen);
  const walls = outline.walls.map(({ index, from, to }): Target => {
    const line = built && built.walls[index] ? wallLineMm(built, index).map(inMetres) : [from, to];
    return { selects: { kind: 'side', index }, spots: spots(line), rank: 1 };
  });
  const diagonals = outline.diagonals.map(({ index, from, to }): Target => ({
    selects: { kind: 'diagonal', index },
    spots: spots([from, to]),
    rank: 0,
  }));
  const corners = outline.corners.map(({ index, at }): Target => ({
    selects: { kind: 'corner', index },
    spots: spots([at]),
    rank: 2,
  }));
  const cutouts = outline.cutouts.map(({ id, contour }): Target => ({
    selects: { kind: 'cutout', id },
    spots: spots(contour),
    isArea: true,
    rank: 2,
  }));
  const lower = levels.map(({ id, contour }): Target => ({
    selects: { kind: 'level', id },
    spots: spots(contour),
    isArea: true,
    rank: -1,
  }));
  return [...walls, ...diagonals, ...corners, ...cutouts, ...lower, ...objectTargets(scene)];
}

function objectTargets({ objects }: Scene): Target[] {
  return objects.flatMap(({ id, spots }): Target[] => {
    const selects = { kind: 'object', id } as const;
    if (spots.length === 1) return [{ selects, spots, rank: 4 }];
    const ends = spots.map((spot, point): Target => ({ selects, point, spots: [spot], rank: 4 }));
    return [{ selects, spots, rank: 3 }, ...ends];
  });
}

/** How many millimetres of the room a number of pixels is. */
export const mmOf = (view: View, pixels: number): number => (pixels / view.scale) * 1000;

/** A spot of the screen in millimetres of the room's frame. */
export function placeAt(view: View, spot: Spot): PointMm {
  const { x, y } = view.toFrame(spot);
  return { x: x * 1000, y: y * 1000 };
}

export const spotOf = (view: View, place: PointMm): Spot => view.toScreen(inMetres(place));
