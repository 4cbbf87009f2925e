import type { Arc, Length, RoomDraft, RoomInput, RoomPlan, RoomShape, SideAttributes } from '@smet/estimating';
import { EMPTY_PLAN } from '@smet/estimating';
import { formatCentimetres, formatDegrees, parseCentimetres, parseDegrees } from '../../../shared/formatting';
import { byReadings } from './by-readings';
import type { ArcField, RoomForm } from './types';

const COUNT = /^\d{1,4}$/;
const MOST_COUNT = 1000;

/** The lamps that are counted in a field as well as placed on the plan. */
export const COUNTED_LAMPS = { spotlights: 'spotlight', chandeliers: 'chandelier' } as const;
export type CountField = keyof typeof COUNTED_LAMPS;

/** How many lamps of a field have a place on the plan. */
export function lampsOnPlan(plan: RoomPlan, field: CountField): number {
  return (plan.objects ?? []).filter(({ kind }) => kind === COUNTED_LAMPS[field]).length;
}

/** A count of lamps as typed; null when it is not one. An empty field means none. */
export function parseCount(text: string): number | null {
  const clean = text.trim();
  if (clean === '') return 0;
  return COUNT.test(clean) && Number(clean) <= MOST_COUNT ? Number(clean) : null;
}

/** What the library draws and measures a shape by, apart from the readings themselves. */
function extrasOf({ lettered, arcs, cutouts }: RoomForm) {
  return {
    ...(lettered === 'clockwise' && { lettered }),
    ...(arcs.length > 0 && { arcs: arcs.map(toArc) }),
    ...(cutouts.length > 0 && { cutouts }),
  };
}

const toArc = ({ side, bulges, by, text }: ArcField): Arc<Length> => {
  const lengthMm = parseCentimetres(text);
  return by === 'sagitta' ? { side, bulges, sagittaMm: lengthMm } : { side, bulges, radiusMm: lengthMm };
};

const fromArc = (arc: Arc): ArcField =>
  'sagittaMm' in arc
    ? { side: arc.side, bulges: arc.bulges, by: 'sagitta', text: formatCentimetres(arc.sagittaMm) }
    : { side: arc.side, bulges: arc.bulges, by: 'radius', text: formatCentimetres(arc.radiusMm) };

/**
 * The draft the library builds from: what is not a length yet is null. The same readings give the same object, by which
 * the library knows a room it has built.
 */
export const toRoomDraft = byReadings(draftOf);

function draftOf(room: RoomForm): RoomDraft {
  const sides = room.sides.map(parseCentimetres);
  const extras = extrasOf(room);
  if (room.kind === 'rectangle') {
    return { schemaVersion: 1, kind: 'rectangle', sidesMm: [sides[0] ?? null, sides[1] ?? null], ...extras };
  }
  if (room.kind === 'right-angled') {
    const turns = room.reflexCorners ? { reflexCorners: room.reflexCorners } : {};
    return { schemaVersion: 1, kind: 'right-angled', sidesMm: sides, ...turns, ...extras };
  }
  const diagonalsMm = room.diagonals.map(({ from, to, text }) => ({ from, to, lengthMm: parseCentimetres(text) }));
  const angles = room.angles.map(({ corner, text }) => ({ corner, degrees: parseDegrees(text) }));
  return {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: sides,
    diagonalsMm,
    ...(angles.length > 0 && { angles }),
    ...extras,
  };
}

const filled = <T>(list: readonly T[] | undefined): list is T[] => list !== undefined && list.length > 0;
const differs = ({ profile, wall }: SideAttributes): boolean => profile !== undefined || wall !== undefined;

/** The plan as it is stored: without what says nothing. Undefined when nothing at all was decided. */
export function toRoomPlan({ plan }: Pick<RoomForm, 'plan'>): RoomPlan | undefined {
  const { sides: given = [], objects = [], canvas, misclosureReason, acceptedMisclosureMm, ...whole } = plan;
  const { schemaVersion: _, ...others } = whole;
  const sides = given.filter(differs);
  const reason = misclosureReason?.trim();
  const decided = {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(filled(sides) && { sides }),
    ...(filled(objects) && { objects }),
    ...(canvas && Object.values(canvas).some((value) => value !== undefined) && { canvas }),
    ...(reason && { misclosureReason: reason }),
    ...(reason && acceptedMisclosureMm !== undefined && { acceptedMisclosureMm }),
  };
  return Object.keys(decided).length > 0 ? { schemaVersion: 1, ...decided } : undefined;
}

/** Lamps that have no place on the plan: what was counted less what was placed. */
const unplaced = (room: RoomForm, field: CountField): number =>
  Math.max(0, (parseCount(room[field]) ?? 0) - lampsOnPlan(room.plan, field));

function convert(room: RoomForm): RoomInput {
  const plan = toRoomPlan(room);
  return {
    id: room.id,
    name: room.name.trim(),
    shape: toRoomDraft(room) as RoomShape,
    ...(plan && { plan }),
    spotlights: unplaced(room, 'spotlights'),
    chandeliers: unplaced(room, 'chandeliers'),
  };
}

const converted = new WeakMap<RoomForm, RoomInput>();

/**
 * The room as the library takes it. An unfinished shape keeps its nulls: the library then names what is missing and
 * makes no lines, and the server is never sent such a room. The same form gives the same object, by which the library
 * knows the rooms it need not measure again.
 */
export function toRoomInput(room: RoomForm): RoomInput {
  const known = converted.get(room);
  if (known) return known;
  const input = convert(room);
  converted.set(room, input);
  return input;
}

/** A saved room back into fields. */
export function fromRoomInput(input: RoomInput): RoomForm {
  const { shape, plan = EMPTY_PLAN } = input;
  const triangulated = shape.kind === 'triangulated' ? shape : null;
  return {
    id: input.id,
    name: input.name,
    kind: shape.kind,
    lettered: shape.lettered ?? 'counter-clockwise',
    sides: shape.sidesMm.map(formatCentimetres),
    diagonals: (triangulated?.diagonalsMm ?? []).map(({ from, to, lengthMm }) => ({
      from,
      to,
      text: formatCentimetres(lengthMm),
    })),
    angles: (triangulated?.angles ?? []).map(({ corner, degrees }) => ({ corner, text: formatDegrees(degrees) })),
    reflexCorners: shape.kind === 'right-angled' ? (shape.reflexCorners ?? null) : null,
    arcs: (shape.arcs ?? []).map(fromArc),
    cutouts: shape.cutouts ?? [],
    plan,
    spotlights: String(input.spotlights + lampsOnPlan(plan, 'spotlights')),
    chandeliers: String(input.chandeliers + lampsOnPlan(plan, 'chandeliers')),
  };
}
