import { missingChords, suggestReadings } from '@smet/estimating';
import type { Chord, RoomDraft } from '@smet/estimating';
import { byReadings } from './by-readings';
import { neededDiagonals, sameChord } from './room-corners';
import { toRoomDraft } from './room-form';
import type { DiagonalField, RoomForm } from './types';

/** An angle that is still to be measured cuts its corner off as well as a measured one. */
const ANY_ANGLE = 90;

const isBlank = ({ text }: DiagonalField): boolean => text.trim() === '';
const isOpen = (field: DiagonalField): boolean => isBlank(field) && !field.chosen;

function draftWithAngles(room: RoomForm): RoomDraft {
  const draft = toRoomDraft(room);
  if (draft.kind !== 'triangulated') return draft;
  return {
    ...draft,
    angles: (draft.angles ?? []).map(({ corner, degrees }) => ({ corner, degrees: degrees ?? ANY_ANGLE })),
  };
}

const cutOff = (room: RoomForm): Chord[] => {
  const count = room.sides.length;
  return room.angles.map(({ corner }) => ({ from: (corner + count - 1) % count, to: (corner + 1) % count }));
};

/** Diagonals that go with those already settled; the best ones where the lengths to choose by are there. */
function candidates(room: RoomForm, settled: readonly DiagonalField[]): Chord[] {
  const fan = missingChords(room.sides.length, [...settled, ...cutOff(room)]);
  const canChoose = room.sides.every((text) => text.trim() !== '') && !settled.some(isBlank);
  const best = canChoose ? suggestReadings(draftWithAngles({ ...room, diagonals: [...settled] })).next : [];
  return [...best, ...fan].filter((chord) => !settled.some((known) => sameChord(known, chord)));
}

/**
 * The room with the diagonals to be measured next put where nobody has typed or chosen one: as many as it needs, the
 * shortest that fix it well.
 */
export function suggestDiagonals(room: RoomForm): RoomForm {
  const open = room.diagonals.filter(isOpen).length;
  if (room.kind !== 'triangulated' || open === 0) return room;
  const settled = room.diagonals.filter((field) => !isOpen(field));
  const wanted = Math.min(open, Math.max(0, neededDiagonals(room) - settled.length));
  const chosen = candidates(room, settled).slice(0, wanted);
  const needed = [...settled.slice(0, neededDiagonals(room)), ...chosen.map((chord) => ({ ...chord, text: '' }))];
  return {
    ...room,
    diagonals: [...needed.sort((a, b) => a.from - b.from || a.to - b.to), ...settled.slice(neededDiagonals(room))],
  };
}

/** One diagonal more, by which a wrong reading would show; null while the room is not fixed or once it is controlled. */
export const suggestControl = byReadings((room): Chord | null => suggestReadings(toRoomDraft(room)).control);
