import type { Chord, Cutout, Length, Lettering, RoomPlan } from '@smet/estimating';
import { formatDegrees, parseDegrees } from '../../../shared/formatting';
import { cornersOf, neededDiagonals, resizeRoom, sameChord } from './room-corners';
import { COUNTED_LAMPS, lampsOnPlan, parseCount } from './room-form';
import type { CountField } from './room-form';
import { suggestDiagonals } from './suggestions';
import type { ArcField, RoomForm } from './types';

/**
 * Everything that can be changed in a room. `plan` and `cutouts` of one drag carry the same `gesture`: together they
 * are one step to undo.
 */
export type RoomChange =
  | { type: 'side'; index: number; text: string }
  | { type: 'diagonal'; index: number; text: string }
  | { type: 'diagonal-ends'; index: number; from: number; to: number }
  /** A diagonal beyond those the room needs; without a length there is none. */
  | { type: 'control'; from: number; to: number; text: string }
  /** Other diagonals that serve the room better; those measured already keep their lengths. */
  | { type: 'choose-diagonals'; chords: Chord[] }
  | { type: 'angle'; index: number; text: string }
  | { type: 'angle-corner'; index: number; corner: number }
  | { type: 'angle-for-diagonal'; index: number; corner: number }
  | { type: 'diagonal-for-angle'; index: number; chord: Chord }
  | { type: 'corners'; direction: 1 | -1 }
  | { type: 'reflex-corners'; corners: number[] }
  | { type: 'counts'; field: CountField; text: string }
  | { type: 'name'; name: string }
  | { type: 'lettered'; lettered: Lettering }
  /** The corners given as turning back are the others: readings of the mirrored entry become those of the room. */
  | { type: 'invert-corners' }
  | { type: 'arc'; side: number; arc: ArcField | null }
  | { type: 'cutouts'; cutouts: Cutout<Length>[]; gesture?: string }
  | { type: 'plan'; plan: RoomPlan; gesture?: string };

type OfType<T extends RoomChange['type']> = Extract<RoomChange, { type: T }>;

const replaceAt = <T>(list: readonly T[], index: number, change: (value: T) => T): T[] =>
  list.map((value, at) => (at === index ? change(value) : value));

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

function chooseDiagonals(room: RoomForm, chords: Chord[]): RoomForm {
  const textOf = (chord: Chord): string => room.diagonals.find((known) => sameChord(known, chord))?.text ?? '';
  const chosen = chords.map(({ from, to }) => ({ from, to, text: textOf({ from, to }) }));
  // What was measured is never thrown away: it checks the better ones.
  const others = room.diagonals.filter(
    (known) => known.text.trim() !== '' && !chords.some((chord) => sameChord(known, chord)),
  );
  return { ...room, diagonals: [...chosen, ...others] };
}

/** The diagonal joins those the room needs; the control ones stay behind them. */
function diagonalForAngle(room: RoomForm, index: number, { from, to }: Chord): RoomForm {
  const needed = neededDiagonals(room);
  const known = [...room.diagonals.slice(0, needed), { from, to, text: '' }];
  return {
    ...room,
    angles: without(room.angles, index),
    diagonals: [...known.sort((a, b) => a.from - b.from || a.to - b.to), ...room.diagonals.slice(needed)],
  };
}

function withControl(room: RoomForm, chord: Chord, text: string): RoomForm {
  const needed = room.diagonals.slice(0, neededDiagonals(room));
  const control = room.diagonals.slice(needed.length);
  const at = control.findIndex((known) => sameChord(known, chord));
  if (text.trim() === '') return { ...room, diagonals: [...needed, ...without(control, at)] };
  const field = { from: chord.from, to: chord.to, text };
  return { ...room, diagonals: [...needed, ...(at < 0 ? [...control, field] : replaceAt(control, at, () => field))] };
}

function withArc(room: RoomForm, side: number, arc: ArcField | null): RoomForm {
  const others = room.arcs.filter((known) => known.side !== side);
  return { ...room, arcs: arc ? [...others, arc].sort((a, b) => a.side - b.side) : others };
}

function invertCorners(room: RoomForm): RoomForm {
  const corners = Array.from({ length: cornersOf(room) }, (_, corner) => corner);
  const turned = (text: string): string => {
    const degrees = parseDegrees(text);
    return degrees === null ? text : formatDegrees(360 - degrees);
  };
  return {
    ...room,
    reflexCorners: room.reflexCorners && corners.filter((corner) => !room.reflexCorners?.includes(corner)),
    angles: room.angles.map(({ corner, text }) => ({ corner, text: turned(text) })),
  };
}

/**
 * Counts follow the plan: a lamp placed there is first one of those that had no place yet, a lamp taken away from it is
 * one less.
 */
function withPlan(room: RoomForm, plan: RoomPlan): RoomForm {
  const counts = (Object.keys(COUNTED_LAMPS) as CountField[]).map((field) => {
    const total = parseCount(room[field]);
    const [before, after] = [lampsOnPlan(room.plan, field), lampsOnPlan(plan, field)];
    if (total === null || before === after) return [field, room[field]];
    return [field, String(after > before ? Math.max(total, after) : Math.max(after, total - (before - after)))];
  });
  return { ...room, ...(Object.fromEntries(counts) as Pick<RoomForm, CountField>), plan };
}

const changes: { [T in RoomChange['type']]: (room: RoomForm, change: OfType<T>) => RoomForm } = {
  side: (room, { index, text }) => suggestDiagonals({ ...room, sides: replaceAt(room.sides, index, () => text) }),
  diagonal: (room, { index, text }) => ({
    ...room,
    diagonals: replaceAt(room.diagonals, index, (field) => ({ ...field, text })),
  }),
  'diagonal-ends': (room, { index, from, to }) =>
    suggestDiagonals({
      ...room,
      diagonals: replaceAt(room.diagonals, index, () => ({ from, to, text: '', chosen: true })),
    }),
  control: (room, { text, ...chord }) => withControl(room, chord, text),
  'choose-diagonals': (room, { chords }) => chooseDiagonals(room, chords),
  angle: (room, { index, text }) => ({
    ...room,
    angles: replaceAt(room.angles, index, ({ corner }) => ({ corner, text })),
  }),
  'angle-corner': (room, { index, corner }) => ({
    ...room,
    angles: replaceAt(room.angles, index, () => ({ corner, text: '' })),
  }),
  'angle-for-diagonal': (room, { index, corner }) =>
    suggestDiagonals({
      ...room,
      diagonals: without(room.diagonals, index),
      angles: [...room.angles, { corner, text: '' }].sort((a, b) => a.corner - b.corner),
    }),
  'diagonal-for-angle': (room, { index, chord }) => diagonalForAngle(room, index, chord),
  corners: (room, { direction }) => resizeRoom(room, direction),
  'reflex-corners': (room, { corners }) => ({ ...room, reflexCorners: corners }),
  counts: (room, { field, text }) => ({ ...room, [field]: text }),
  name: (room, { name }) => ({ ...room, name }),
  lettered: (room, { lettered }) => ({ ...room, lettered }),
  'invert-corners': invertCorners,
  arc: (room, { side, arc }) => withArc(room, side, arc),
  cutouts: (room, { cutouts }) => ({ ...room, cutouts }),
  plan: (room, { plan }) => withPlan(room, plan),
};

export function changeRoom(room: RoomForm, change: RoomChange): RoomForm {
  const apply = changes[change.type] as (room: RoomForm, change: RoomChange) => RoomForm;
  return apply(room, change);
}
