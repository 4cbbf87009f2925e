import { cornersLabel, cutoutLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { ProfileKind, RoomPlan } from '../plan/room-plan.js';
import { profileOf } from '../plan/side-profile.js';
import type { BuiltCurve, BuiltCutout, BuiltRoom, Wall } from '../rooms/built-room.js';

/** A length of profile as it is mounted: straight from corner to corner, or bent along an arc. */
export interface ProfileRun {
  profile: Exclude<ProfileKind, 'none'>;
  /** "AB", "⌒BC" for what is bent, "К1" for an edge of a column or an opening. */
  label: string;
  lengthM: number;
}

/**
 * The pieces of profile a room is mounted on: its walls, and every edge of its cut-outs on ordinary profile. A curved
 * wall takes the developed length of its profile, which is notched and bent on the spot: one piece as long as the arc,
 * and for a curve of short chords one piece as long as all of them.
 */
export function profileRuns(room: BuiltRoom, plan?: RoomPlan): ProfileRun[] {
  const bent = new Set(room.curves.flatMap(({ walls }) => walls));
  const straight = room.walls.flatMap((wall, side) => (bent.has(side) ? [] : runOf([wall], profileOf(plan, side))));
  const curved = room.curves.flatMap((curve) => curveRuns(curve, room.walls, plan));
  const edges = room.cutouts.flatMap((cutout, index) =>
    edgesOf(cutout).map((lengthM): ProfileRun => ({ profile: 'ordinary', label: cutoutLabel(index), lengthM })),
  );
  return [...straight, ...curved, ...edges];
}

/** Walls of a curve that carry the same profile are one piece. */
function curveRuns({ walls: sides }: BuiltCurve, walls: readonly Wall[], plan: RoomPlan | undefined): ProfileRun[] {
  const runs: { profile: ProfileKind; walls: Wall[] }[] = [];
  for (const side of sides) {
    const profile = profileOf(plan, side);
    const last = runs.at(-1);
    if (last?.profile === profile) {
      last.walls.push(walls[side]!);
    } else {
      runs.push({ profile, walls: [walls[side]!] });
    }
  }
  return runs.flatMap((run) => runOf(run.walls, run.profile));
}

/** Nothing where the side takes no profile. */
function runOf(walls: readonly Wall[], profile: ProfileKind): ProfileRun[] {
  if (profile === 'none') {
    return [];
  }
  const isBent = walls.length > 1 || walls[0]!.arc !== undefined;
  const ends = cornersLabel([walls[0]!.from, walls.at(-1)!.to]);
  const lengthM = walls.reduce((sum, wall) => sum + wall.lengthM, 0);
  return [{ profile, label: isBent ? `⌒${ends}` : ends, lengthM }];
}

function edgesOf({ kind, contour, perimeterM, freeEdgesM }: BuiltCutout): number[] {
  if (freeEdgesM) {
    return freeEdgesM;
  }
  if (kind === 'circle') {
    return [perimeterM];
  }
  return contour.map((point, index) => distance(point, contour[(index + 1) % contour.length]!));
}
