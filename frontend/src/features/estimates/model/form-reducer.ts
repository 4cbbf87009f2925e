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

type OfType<A extends { type: string }, T extends A['type']> = Extract<A, { type: T }>;

const roomChanges: { [T in RoomChange['type']]: (room: RoomForm, change: OfType<RoomChange, T>) => RoomForm } = {
  // Another length is another room: the chosen turning corners belonged to the old lengths.
  side: (room, { index, text }) => ({
    ...room,
    sides: replaceAt(room.sides, index, () => text),
    reflexCorners: null,
  }),
  diagonal: (room, { index, text }) => ({
    ...room,
    diagonals: replaceAt(room.diagonals, index, (field) => ({ ...field, text })),
  }),
  'diagonal-ends': (room, { index, from, to }) => ({
    ...room,
    diagonals: replaceAt(room.diagonals, index, () => ({ from, to, text: '' })),
  }),
  corners: (room, { direction }) => resizeRoom(room, direction),
  'reflex-corners': (room, { corners }) => ({ ...room, reflexCorners: corners }),
  counts: (room, { field, text }) => ({ ...room, [field]: text }),
  name: (room, { name }) => ({ ...room, name }),
};

function changeRoom(room: RoomForm, change: RoomChange): RoomForm {
  const apply = roomChanges[change.type] as (room: RoomForm, change: RoomChange) => RoomForm;
  return apply(room, change);
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

const formChanges: { [T in FormAction['type']]: (form: EstimateForm, action: OfType<FormAction, T>) => EstimateForm } =
  {
    replace: (_, { form }) => form,
    title: (form, { title }) => ({ ...form, title }),
    discount: (form, { text }) => ({ ...form, discount: text }),
    'add-room': (form, { room, after }) => withRoom(form, room, after),
    'remove-room': (form, { roomId }) => withoutRoom(form, roomId),
    'restore-room': (form, { removed }) => withRoomBack(form, removed),
    room: (form, { roomId, change }) => ({
      ...form,
      rooms: form.rooms.map((room) => (room.id === roomId ? changeRoom(room, change) : room)),
    }),
    override: (form, { roomId, ruleKey, quantity }) => withOverride(form, roomId, ruleKey, quantity),
    'add-line': (form, { line }) => ({ ...form, manualLines: [...form.manualLines, line] }),
    'line-quantity': (form, { id, quantity }) => ({
      ...form,
      manualLines: form.manualLines.map((line) => (line.id === id ? { ...line, quantity } : line)),
    }),
    'remove-line': (form, { id }) => ({ ...form, manualLines: form.manualLines.filter((line) => line.id !== id) }),
    'restore-line': (form, { line, index }) => ({ ...form, manualLines: insertAt(form.manualLines, index, line) }),
  };

/** All changes of the editor in one place, pure. */
export function reduceForm(form: EstimateForm, action: FormAction): EstimateForm {
  const apply = formChanges[action.type] as (form: EstimateForm, action: FormAction) => EstimateForm;
  return apply(form, action);
}
