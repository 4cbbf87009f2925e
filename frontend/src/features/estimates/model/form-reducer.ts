import type { ManualLine, QuantityOverride } from '@smet/estimating';
import { resizeRoom } from './room-form';
import type { EstimateForm, RoomForm } from './types';

export type RoomChange =
  | { type: 'side'; index: number; text: string }
  | { type: 'diagonal'; index: number; text: string }
  | { type: 'diagonal-ends'; index: number; from: number; to: number }
  | { type: 'corners'; direction: 1 | -1 }
  | { type: 'reflex-corners'; corners: number[] }
  | { type: 'counts'; field: 'spotlights' | 'chandeliers'; text: string }
  | { type: 'name'; name: string };

export type FormAction =
  | { type: 'replace'; form: EstimateForm }
  | { type: 'title'; title: string }
  | { type: 'discount'; text: string }
  | { type: 'add-room'; room: RoomForm; after?: string }
  | { type: 'remove-room'; roomId: string }
  | { type: 'restore-room'; removed: RemovedRoom }
  | { type: 'room'; roomId: string; change: RoomChange }
  | { type: 'override'; roomId: string; ruleKey: string; quantity: string | null }
  | { type: 'add-line'; line: ManualLine }
  | { type: 'line-quantity'; id: string; quantity: string }
  | { type: 'remove-line'; id: string }
  | { type: 'restore-line'; line: ManualLine; index: number };

/** Everything that went with a room, to put it back as it was. */
export interface RemovedRoom {
  room: RoomForm;
  index: number;
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
}

export function removedWith(form: EstimateForm, roomId: string): RemovedRoom | null {
  const index = form.rooms.findIndex((room) => room.id === roomId);
  const room = form.rooms[index];
  if (!room) return null;
  return {
    room,
    index,
    overrides: form.overrides.filter((override) => override.roomId === roomId),
    manualLines: form.manualLines.filter((line) => line.roomId === roomId),
  };
}

const insertAt = <T>(list: readonly T[], index: number, value: T): T[] => [
  ...list.slice(0, index),
  value,
  ...list.slice(index),
];

const replaceAt = <T>(list: readonly T[], index: number, change: (value: T) => T): T[] =>
  list.map((value, at) => (at === index ? change(value) : value));

function changeRoom(room: RoomForm, change: RoomChange): RoomForm {
  switch (change.type) {
    case 'side':
      // Another length is another room: the chosen turning corners belonged to the old lengths.
      return { ...room, sides: replaceAt(room.sides, change.index, () => change.text), reflexCorners: null };
    case 'diagonal':
      return {
        ...room,
        diagonals: replaceAt(room.diagonals, change.index, (field) => ({ ...field, text: change.text })),
      };
    case 'diagonal-ends':
      return {
        ...room,
        diagonals: replaceAt(room.diagonals, change.index, () => ({ from: change.from, to: change.to, text: '' })),
      };
    case 'corners':
      return resizeRoom(room, change.direction);
    case 'reflex-corners':
      return { ...room, reflexCorners: change.corners };
    case 'counts':
      return { ...room, [change.field]: change.text };
    case 'name':
      return { ...room, name: change.name };
  }
}

function withOverride(form: EstimateForm, roomId: string, ruleKey: string, quantity: string | null): EstimateForm {
  const others = form.overrides.filter((known) => known.roomId !== roomId || known.ruleKey !== ruleKey);
  return { ...form, overrides: quantity === null ? others : [...others, { roomId, ruleKey, quantity }] };
}

function withoutRoom(form: EstimateForm, roomId: string): EstimateForm {
  return {
    ...form,
    rooms: form.rooms.filter((room) => room.id !== roomId),
    overrides: form.overrides.filter((override) => override.roomId !== roomId),
    manualLines: form.manualLines.filter((line) => line.roomId !== roomId),
  };
}

function withRoomBack(form: EstimateForm, { room, index, overrides, manualLines }: RemovedRoom): EstimateForm {
  return {
    ...form,
    rooms: insertAt(form.rooms, index, room),
    overrides: [...form.overrides, ...overrides],
    manualLines: [...form.manualLines, ...manualLines],
  };
}

function withRoom(form: EstimateForm, room: RoomForm, after?: string): EstimateForm {
  const index = after === undefined ? form.rooms.length : form.rooms.findIndex(({ id }) => id === after) + 1;
  return { ...form, rooms: insertAt(form.rooms, index, room) };
}

/** All changes of the editor in one place, pure. */
export function reduceForm(form: EstimateForm, action: FormAction): EstimateForm {
  switch (action.type) {
    case 'replace':
      return action.form;
    case 'title':
      return { ...form, title: action.title };
    case 'discount':
      return { ...form, discount: action.text };
    case 'add-room':
      return withRoom(form, action.room, action.after);
    case 'remove-room':
      return withoutRoom(form, action.roomId);
    case 'restore-room':
      return withRoomBack(form, action.removed);
    case 'room':
      return {
        ...form,
        rooms: form.rooms.map((room) => (room.id === action.roomId ? changeRoom(room, action.change) : room)),
      };
    case 'override':
      return withOverride(form, action.roomId, action.ruleKey, action.quantity);
    case 'add-line':
      return { ...form, manualLines: [...form.manualLines, action.line] };
    case 'line-quantity':
      return {
        ...form,
        manualLines: form.manualLines.map((line) =>
          line.id === action.id ? { ...line, quantity: action.quantity } : line,
        ),
      };
    case 'remove-line':
      return { ...form, manualLines: form.manualLines.filter((line) => line.id !== action.id) };
    case 'restore-line':
      return { ...form, manualLines: insertAt(form.manualLines, action.index, action.line) };
  }
}
