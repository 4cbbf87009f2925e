import type { ManualLine, QuantityOverride } from '@smet/estimating';
import { mirrored } from './new-room';
import { changeRoom } from './room-changes';
import type { RoomChange } from './room-changes';
import type { EstimateForm, RoomForm } from './types';

export type { RoomChange } from './room-changes';

export type FormAction =
  | { type: 'title'; title: string }
  | { type: 'discount'; text: string }
  | { type: 'add-room'; room: RoomForm; after?: string; levels?: RoomForm[] }
  | { type: 'move-room'; roomId: string; to: number }
  | { type: 'mirror-room'; roomId: string }
  | { type: 'remove-room'; roomId: string }
  | { type: 'restore-room'; removed: RemovedRoom }
  | { type: 'room'; roomId: string; change: RoomChange }
  | { type: 'override'; roomId: string; ruleKey: string; quantity: string | null }
  | { type: 'add-line'; line: ManualLine }
  | { type: 'line-quantity'; id: string; quantity: string }
  | { type: 'remove-line'; id: string }
  | { type: 'restore-line'; line: ManualLine; index: number };

/** Everything that went with a room, its levels among them, to put it back as it was. */
export interface RemovedRoom {
  room: RoomForm;
  rooms: { room: RoomForm; index: number }[];
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
}

/** The rooms that are levels within a room. */
export const levelsOf = (form: EstimateForm, roomId: string): RoomForm[] =>
  form.rooms.filter(({ plan }) => plan.inset?.roomId === roomId);

export function removedWith(form: EstimateForm, roomId: string): RemovedRoom | null {
  const room = form.rooms.find(({ id }) => id === roomId);
  if (!room) return null;
  const ids = new Set([roomId, ...levelsOf(form, roomId).map(({ id }) => id)]);
  return {
    room,
    rooms: form.rooms.map((known, index) => ({ room: known, index })).filter(({ room: { id } }) => ids.has(id)),
    overrides: form.overrides.filter((override) => ids.has(override.roomId)),
    manualLines: form.manualLines.filter((line) => line.roomId !== null && ids.has(line.roomId)),
  };
}

const insertAt = <T>(list: readonly T[], index: number, ...values: T[]): T[] => [
  ...list.slice(0, index),
  ...values,
  ...list.slice(index),
];

type OfType<A extends { type: string }, T extends A['type']> = Extract<A, { type: T }>;

function withOverride(form: EstimateForm, roomId: string, ruleKey: string, quantity: string | null): EstimateForm {
  const others = form.overrides.filter((known) => known.roomId !== roomId || known.ruleKey !== ruleKey);
  return { ...form, overrides: quantity === null ? others : [...others, { roomId, ruleKey, quantity }] };
}

function withoutRoom(form: EstimateForm, roomId: string): EstimateForm {
  const removed = removedWith(form, roomId);
  if (!removed) return form;
  const gone = new Set<string | null>(removed.rooms.map(({ room }) => room.id));
  return {
    ...form,
    rooms: form.rooms.filter(({ id }) => !gone.has(id)),
    overrides: form.overrides.filter((override) => !gone.has(override.roomId)),
    manualLines: form.manualLines.filter((line) => !gone.has(line.roomId)),
  };
}

function withRoomBack(form: EstimateForm, { rooms, overrides, manualLines }: RemovedRoom): EstimateForm {
  // It may be back already: by undo, or by a second click.
  if (form.rooms.some(({ id }) => rooms.some(({ room }) => room.id === id))) return form;
  return {
    ...form,
    rooms: rooms.reduce((list, { room, index }) => insertAt(list, index, room), form.rooms),
    overrides: [...form.overrides, ...overrides],
    manualLines: [...form.manualLines, ...manualLines],
  };
}

/** A room comes after the one it was made from and its levels, otherwise last. */
function withRoom(form: EstimateForm, { room, after, levels = [] }: OfType<FormAction, 'add-room'>): EstimateForm {
  const at = form.rooms.findIndex(({ id }) => id === after);
  const rest = form.rooms.slice(at + 1).findIndex(({ plan }) => plan.inset?.roomId !== after);
  const index = at < 0 || rest < 0 ? form.rooms.length : at + 1 + rest;
  return { ...form, rooms: insertAt(form.rooms, index, room, ...levels) };
}

function withRoomMoved(form: EstimateForm, roomId: string, to: number): EstimateForm {
  const room = form.rooms.find(({ id }) => id === roomId);
  if (!room || form.rooms[to] === undefined || form.rooms[to] === room) return form;
  const others = form.rooms.filter((known) => known !== room);
  return { ...form, rooms: insertAt(others, to, room) };
}

/** Its levels turn with it, so that they stay where they lie in it. */
function withRoomMirrored(form: EstimateForm, roomId: string): EstimateForm {
  const turned = new Set([roomId, ...levelsOf(form, roomId).map(({ id }) => id)]);
  return {
    ...form,
    rooms: form.rooms.map((room) => (turned.has(room.id) ? { ...room, lettered: mirrored(room) } : room)),
  };
}

function withLineBack(form: EstimateForm, line: ManualLine, index: number): EstimateForm {
  if (form.manualLines.some(({ id }) => id === line.id)) return form;
  return { ...form, manualLines: insertAt(form.manualLines, index, line) };
}

const formChanges: { [T in FormAction['type']]: (form: EstimateForm, action: OfType<FormAction, T>) => EstimateForm } =
  {
    title: (form, { title }) => ({ ...form, title }),
    discount: (form, { text }) => ({ ...form, discount: text }),
    'add-room': withRoom,
    'mirror-room': (form, { roomId }) => withRoomMirrored(form, roomId),
    'move-room': (form, { roomId, to }) => withRoomMoved(form, roomId, to),
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
    'restore-line': (form, { line, index }) => withLineBack(form, line, index),
  };

/** All changes of the editor in one place, pure. */
export function reduceForm(form: EstimateForm, action: FormAction): EstimateForm {
  const apply = formChanges[action.type] as (form: EstimateForm, action: FormAction) => EstimateForm;
  return apply(form, action);
}
