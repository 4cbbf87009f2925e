import { placeLevels } from '../estimate/levels.js';
import type { PlacedLevel } from '../estimate/levels.js';
import type { RoomPlan } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { withoutInsets } from '../rooms/without-insets.js';
import type { RuleSet, StickRule } from '../rules/rule-set.js';
import { cutSticks } from './cut-sticks.js';
import type { ProfilePiece, StickCut } from './cut-sticks.js';
import { profileRuns } from './profile-pieces.js';
import type { ProfileRun } from './profile-pieces.js';

/** A room whose profile is to be cut; every room of an estimate or of an order that could be built. */
export interface CuttingRoom {
  id: string;
  name: string;
  room: BuiltRoom;
  plan?: RoomPlan;
}

/** How the sticks of one profile are cut for all rooms together. */
export interface ProfileCutting {
  profile: ProfileRun['profile'];
  stickMm: number;
  /** Of profile in all rooms, before it is cut. */
  lengthM: number;
  sticks: ListedStick[];
  count: number;
  /** What is left of all sticks together. */
  restMm: number;
  /** Fewer sticks cannot do; false where nobody has proved it. */
  exact: boolean;
  problems: CuttingProblem[];
}

export interface ListedStick {
  cuts: ListedCut[];
  restMm: number;
}

/** A cut and the place it goes to. */
export interface ListedCut extends PiecePlace {
  lengthMm: number;
  /** A wall longer than a stick has several parts. */
  part: StickCut['part'];
}

export interface PiecePlace {
  roomId: string;
  roomName: string;
  /** "AB", "⌒BC" for an arc, "К1" for an edge of a column. */
  label: string;
}

/** A wall that cannot be made of its profile: it is longer than a stick, and the profile is not spliced. */
export interface CuttingProblem extends PiecePlace {
  code: 'PIECE_LONGER_THAN_STICK';
  params: { lengthMm: number; stickMm: number };
}

const LEAST_M = 0.001;

interface PlacedPiece extends PiecePlace {
  piece: ProfilePiece;
  lengthM: number;
}

/**
 * The cutting list of an estimate or an order: for every profile it has, which sticks are taken and what is cut from each,
 * over all rooms together, since what is left of one room's stick serves the next. Light lines and tracks are bought as
 * they are and are no part of it. A base room ends where a level within it begins, and so takes profile along those of the
 * level's walls that are not its own; they are listed with the level's name ("Ниша AB"). `takes` says by the id of a room
 * whether it takes any: rooms that take none are given all the same, or a base would not end where its level begins.
 */
export function cuttingList(
  rooms: readonly CuttingRoom[],
  sticks: Partial<RuleSet['sticks']>,
  takes: (roomId: string) => boolean = () => true,
): ProfileCutting[] {
  const byProfile = new Map<ProfileRun['profile'], PlacedPiece[]>();
  const { within } = placeLevels(rooms);
  const taking = rooms.filter(({ id }) => takes(id));
  for (const { profile, ...placed } of taking.flatMap((room) => piecesOf(room, within.get(room.id)))) {
    byProfile.set(profile, [...(byProfile.get(profile) ?? []), placed]);
  }
  const profiles = Object.keys(sticks) as ProfileRun['profile'][];
  return profiles.flatMap((profile) => {
    const pieces = byProfile.get(profile);
    return pieces ? [cutProfile(profile, pieces, sticks[profile]!)] : [];
  });
}

/** Sticks of a profile that one room takes alone; `rest` is what levels leave of it. */
export function sticksOfRoom(
  { rest, plan, levels }: { rest: BuiltRoom; plan: RoomPlan; levels: readonly PlacedLevel[] },
  profile: ProfileRun['profile'],
  rule: StickRule,
): number {
  const pieces = runsOf(rest, plan, levels)
    .filter((run) => run.profile === profile)
    .map(({ lengthM }, index): ProfilePiece => ({ id: String(index), lengthMm: lengthM * 1000 }));
  return cutSticks(pieces, rule).count;
}

function piecesOf(
  base: CuttingRoom,
  levels: readonly PlacedLevel[] = [],
): (PlacedPiece & Pick<ProfileRun, 'profile'>)[] {
  const rest = withoutInsets(
    base.room,
    levels.map(({ inset }) => inset),
  );
  return runsOf(rest, base.plan, levels).map(({ profile, label, lengthM }, index) => ({
    profile,
    lengthM,
    piece: { id: `${base.id} ${index}`, lengthMm: lengthM * 1000 },
    roomId: base.id,
    roomName: base.name,
    label,
  }));
}

function runsOf(rest: BuiltRoom, plan: RoomPlan | undefined, levels: readonly PlacedLevel[]): ProfileRun[] {
  return [...profileRuns(rest, plan), ...levels.flatMap(transitionRuns)].filter(isAnything);
}

/** What the base takes along a level: ordinary profile, as far as no wall of its own runs there. */
function transitionRuns({ name, room, inset }: PlacedLevel): ProfileRun[] {
  const walls = room.walls.map((wall, side) => ({ ...wall, lengthM: inset.freeWallsM[side]! }));
  return profileRuns({ ...room, walls, cutouts: [] }).map((run) => ({ ...run, label: `${name} ${run.label}` }));
}

/** Crumbs of a wall that a level covers all but a little of are nothing to cut. */
function isAnything({ lengthM }: ProfileRun): boolean {
  return lengthM >= LEAST_M;
}

function cutProfile(profile: ProfileRun['profile'], pieces: readonly PlacedPiece[], rule: StickRule): ProfileCutting {
  const placeOf = new Map(
    pieces.map(({ piece, roomId, roomName, label }): [string, PiecePlace] => [piece.id, { roomId, roomName, label }]),
  );
  const cutting = cutSticks(
    pieces.map(({ piece }) => piece),
    rule,
  );
  const list = ({ pieceId, lengthMm, part }: StickCut): ListedCut => ({ ...placeOf.get(pieceId)!, lengthMm, part });
  return {
    profile,
    stickMm: rule.stickMm,
    lengthM: pieces.reduce((sum, { lengthM }) => sum + lengthM, 0),
    sticks: cutting.sticks.map(({ cuts, restMm }) => ({ cuts: cuts.map(list), restMm })),
    count: cutting.count,
    restMm: cutting.sticks.reduce((sum, { restMm }) => sum + restMm, 0),
    exact: cutting.exact,
    problems: cutting.problems.map(({ code, pieceId, params }) => ({ ...placeOf.get(pieceId)!, code, params })),
  };
}
