import type { RoomPlan } from '@smet/estimating';
import { COUNTED_LAMPS, lampsOnPlan, parseCount } from './room-form';
import type { CountField } from './room-form';
import { isSame } from './same-form';
import { each } from './three-way';
import type { Place, PlaceField, Sides, ThreeWay } from './three-way';
import type { RoomForm } from './types';

const READINGS = ['kind', 'lettered', 'sides', 'diagonals', 'angles', 'reflexCorners', 'arcs'] as const;
type Readings = Pick<RoomForm, (typeof READINGS)[number]>;

const readingsOf = (room: RoomForm): Readings =>
  Object.fromEntries(READINGS.map((field) => [field, room[field]])) as unknown as Readings;

/** What has to be the same for single readings to be put together: with other walls they mean something else. */
const structureOf = ({ kind, lettered, sides, diagonals, angles, reflexCorners }: Readings): unknown => [
  kind,
  lettered,
  sides.length,
  diagonals.map(({ from, to }) => [from, to]),
  angles.map(({ corner }) => corner),
  reflexCorners,
];

/** One room that both sides changed, field by field. `raw` is mine as it is typed. */
export function mergeRoom(way: ThreeWay, sides: Sides<RoomForm>, raw: RoomForm): RoomForm {
  const place = (field: PlaceField, at?: string | number): Place => ({
    of: 'room',
    id: raw.id,
    name: raw.name.trim() || sides.base.name,
    field,
    ...(at !== undefined && { at }),
  });
  const plan = mergePlan(
    way,
    place,
    each(sides, (room) => room.plan),
  );
  return {
    ...raw,
    ...mergeReadings(way, place, { sides: each(sides, readingsOf), raw: readingsOf(raw) }),
    name: way.value(
      place('name'),
      each(sides, ({ name }) => name),
      raw.name,
    ),
    cutouts: way.list(
      each(sides, ({ cutouts }) => cutouts),
      raw.cutouts,
      { key: ({ id }) => id, place: ({ id }) => place('cutout', id) },
    ),
    plan,
    ...mergeCounts(way, place, { sides, raw, plan }),
  };
}

type PlaceOf = (field: PlaceField, at?: string | number) => Place;

function mergeReadings(way: ThreeWay, place: PlaceOf, { sides, raw }: { sides: Sides<Readings>; raw: Readings }) {
  const { base, mine, theirs } = each(sides, structureOf);
  if (!isSame(mine, base) || !isSame(theirs, base)) return way.value(place('shape'), sides, raw);
  return {
    ...raw,
    sides: raw.sides.map((text, index) =>
      way.value(
        place('side', index),
        each(sides, (known) => known.sides[index] ?? ''),
        text,
      ),
    ),
    diagonals: raw.diagonals.map((field, index) => {
      const at = `${field.from} ${field.to}`;
      const text = way.value(
        place('diagonal', at),
        each(sides, (known) => known.diagonals[index]?.text ?? ''),
        field.text,
      );
      return text === field.text ? field : { ...field, text };
    }),
    angles: raw.angles.map(({ corner, text }, index) => ({
      corner,
      text: way.value(
        place('angle', corner),
        each(sides, (known) => known.angles[index]?.text ?? ''),
        text,
      ),
    })),
    arcs: way.list(
      each(sides, (known) => known.arcs),
      raw.arcs,
      {
        key: ({ side }) => String(side),
        place: ({ side }) => place('arc', side),
      },
    ),
  };
}

function mergePlan(way: ThreeWay, place: PlaceOf, sides: Sides<RoomPlan>): RoomPlan {
  const { mine } = sides;
  const whole = way.list(each(sides, fieldsOf), fieldsOf(mine), {
    key: ([field]) => field,
    place: ([field]) => place(field === 'canvas' ? 'canvas' : 'plan', field),
  });
  const walls = way.list(
    each(sides, (plan) => plan.sides ?? []),
    mine.sides ?? [],
    {
      key: ({ side }) => String(side),
      place: ({ side }) => place('profile', side),
    },
  );
  const objects = way.list(
    each(sides, (plan) => plan.objects ?? []),
    mine.objects ?? [],
    {
      key: ({ id }) => id,
      place: ({ id }) => place('object', id),
    },
  );
  return {
    ...Object.fromEntries(whole),
    ...(walls.length > 0 && { sides: walls }),
    ...(objects.length > 0 && { objects }),
    schemaVersion: 1,
  };
}

/** What of a plan is a whole: all but the lists. */
const fieldsOf = (plan: RoomPlan): [string, unknown][] =>
  Object.entries(plan).filter(([field, value]) => field !== 'sides' && field !== 'objects' && value !== undefined);

interface Counts {
  sides: Sides<RoomForm>;
  raw: RoomForm;
  /** The merged one. */
  plan: RoomPlan;
}

/** Lamps of both sides' plans are there: what is counted beside them is put together by itself. */
function mergeCounts(way: ThreeWay, place: PlaceOf, { sides, raw, plan }: Counts): Pick<RoomForm, CountField> {
  const texts = (Object.keys(COUNTED_LAMPS) as CountField[]).map((field) => {
    const counts = each(sides, (room) => {
      const count = parseCount(room[field]);
      return count === null ? null : count - lampsOnPlan(room.plan, field);
    });
    if (Object.values(counts).includes(null)) return [field, raw[field]];
    const unplaced = way.value(place(field), counts) ?? 0;
    return [field, String(Math.max(0, unplaced) + lampsOnPlan(plan, field))];
  });
  return Object.fromEntries(texts) as Pick<RoomForm, CountField>;
}
