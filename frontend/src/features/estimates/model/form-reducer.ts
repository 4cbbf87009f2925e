import { mirrored } from './new-room';
import { changeRoom } from './room-changes';
import type { RoomChange } from './room-changes';
import type { EstimateForm, RoomForm, VariantForm } from './types';
import {
  changeVariant,
  contentOfRooms,
  insertAt,
  isVariantChange,
  withContentBack,
  withoutRooms,
} from './variant-changes';
import type { OfRooms, VariantChange } from './variant-changes';

export type { RoomChange } from './room-changes';
export type { VariantChange } from './variant-changes';

/**
 * Everything a person does in the editor. A VariantChange (lines, discounts, coefficients, schedule, specification) takes
 * effect on the variant that is shown; rooms are shared by all variants.
 */
export type FormAction =
  | VariantChange
  /**
   * Several changes of one variant that are one step to undo: quantities pasted from a spreadsheet, and whatever a message
   * offers later, when another variant may be shown or this one be gone.
   */
  | { type: 'together'; variantId: string; actions: VariantChange[] }
  | { type: 'title'; title: string }
  | { type: 'add-room'; room: RoomForm; after?: string; levels?: RoomForm[] }
  | { type: 'move-room'; roomId: string; to: number }
  | { type: 'mirror-room'; roomId: string }
  | { type: 'remove-room'; roomId: string }
  | { type: 'restore-room'; removed: RemovedRoom }
  | { type: 'room'; roomId: string; change: RoomChange }
  /** Comes after the others and is shown. */
  | { type: 'add-variant'; variant: VariantForm }
  | { type: 'move-variant'; variantId: string; to: number }
  /** The last one stays: an estimate always has a variant. */
  | { type: 'remove-variant'; variantId: string }
  | { type: 'restore-variant'; variant: VariantForm; index: number; current: boolean }
  /** The variant that goes into the order. */
  | { type: 'current-variant'; variantId: string };

/** Everything that went with a room, its levels among them, to put it back as it was. */
export interface RemovedRoom {
  room: RoomForm;
  rooms: { room: RoomForm; index: number }[];
  variants: { variantId: string; content: OfRooms }[];
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
    variants: form.variants.map((variant) => ({ variantId: variant.id, content: contentOfRooms(variant, ids) })),
  };
}

type OfType<A extends { type: string }, T extends A['type']> = Extract<A, { type: T }>;

function withoutRoom(form: EstimateForm, roomId: string): EstimateForm {
  const removed = removedWith(form, roomId);
  if (!removed) return form;
  const gone = new Set<string | null>(removed.rooms.map(({ room }) => room.id));
  return {
    ...form,
    rooms: form.rooms.filter(({ id }) => !gone.has(id)),
    variants: form.variants.map((variant) => withoutRooms(variant, gone)),
  };
}

function withRoomBack(form: EstimateForm, { rooms, variants }: RemovedRoom): EstimateForm {
  // It may be back already: by undo, or by a second click.
  if (form.rooms.some(({ id }) => rooms.some(({ room }) => room.id === id))) return form;
  const contents = new Map(variants.map(({ variantId, content }) => [variantId, content]));
  return {
    ...form,
    rooms: rooms.reduce((list, { room, index }) => insertAt(list, index, room), form.rooms),
    variants: form.variants.map((variant) => {
      const content = contents.get(variant.id);
      return content ? withContentBack(variant, content) : variant;
    }),
  };
}

/** A room comes after the one it was made from and its levels, otherwise last. */
function withRoom(form: EstimateForm, { room, after, levels = [] }: OfType<FormAction, 'add-room'>): EstimateForm {
  const at = form.rooms.findIndex(({ id }) => id === after);
  const rest = form.rooms.slice(at + 1).findIndex(({ plan }) => plan.inset?.roomId !== after);
  const index = at < 0 || rest < 0 ? form.rooms.length : at + 1 + rest;
  return { ...form, rooms: insertAt(form.rooms, index, room, ...levels) };
}

/** The same list when there is nothing to move, or nowhere. */
function moved<T extends { id: string }>(list: T[], id: string, to: number): T[] {
  const value = list.find((known) => known.id === id);
  if (!value || list[to] === undefined || list[to] === value) return list;
  return insertAt(
    list.filter((known) => known !== value),
    to,
    value,
  );
}

function withRoomMoved(form: EstimateForm, roomId: string, to: number): EstimateForm {
  const rooms = moved(form.rooms, roomId, to);
  return rooms === form.rooms ? form : { ...form, rooms };
}

/** Its levels turn with it, so that they stay where they lie in it. */
function withRoomMirrored(form: EstimateForm, roomId: string): EstimateForm {
  const turned = new Set([roomId, ...levelsOf(form, roomId).map(({ id }) => id)]);
  return {
    ...form,
    rooms: form.rooms.map((room) => (turned.has(room.id) ? { ...room, lettered: mirrored(room) } : room)),
  };
}

function withoutVariant(form: EstimateForm, variantId: string): EstimateForm {
  const variants = form.variants.filter(({ id }) => id !== variantId);
  const [first] = variants;
  if (!first) return form;
  const isCurrentGone = form.currentVariantId === variantId;
  return { ...form, variants, ...(isCurrentGone && { currentVariantId: first.id }) };
}

function withVariantBack(form: EstimateForm, action: OfType<FormAction, 'restore-variant'>): EstimateForm {
  const { variant, index, current } = action;
  if (form.variants.some(({ id }) => id === variant.id)) return form;
  const variants = insertAt(form.variants, index, variant);
  return { ...form, variants, ...(current && { currentVariantId: variant.id }) };
}

type SharedAction = Exclude<FormAction, VariantChange | { type: 'together' }>;

const formChanges: {
  [T in SharedAction['type']]: (form: EstimateForm, action: OfType<SharedAction, T>) => EstimateForm;
} = {
  title: (form, { title }) => ({ ...form, title }),
  'add-room': withRoom,
  'mirror-room': (form, { roomId }) => withRoomMirrored(form, roomId),
  'move-room': (form, { roomId, to }) => withRoomMoved(form, roomId, to),
  'remove-room': (form, { roomId }) => withoutRoom(form, roomId),
  'restore-room': (form, { removed }) => withRoomBack(form, removed),
  room: (form, { roomId, change }) => ({
    ...form,
    rooms: form.rooms.map((room) => (room.id === roomId ? changeRoom(room, change) : room)),
  }),
  'add-variant': (form, { variant }) => ({ ...form, variants: [...form.variants, variant] }),
  'move-variant': (form, { variantId, to }) => ({ ...form, variants: moved(form.variants, variantId, to) }),
  'remove-variant': (form, { variantId }) => withoutVariant(form, variantId),
  'restore-variant': withVariantBack,
  'current-variant': (form, { variantId }) => ({ ...form, currentVariantId: variantId }),
};

/** All changes of the editor in one place, pure. Changes of a variant are those of the shown one. */
export function reduceForm(form: EstimateForm, action: FormAction, shownId: string): EstimateForm {
  if (action.type === 'together') {
    return action.actions.reduce((now, next) => reduceForm(now, next, action.variantId), form);
  }
  if (isVariantChange(action)) {
    return {
      ...form,
      variants: form.variants.map((variant) => (variant.id === shownId ? changeVariant(variant, action) : variant)),
    };
  }
  const apply = formChanges[action.type] as (form: EstimateForm, action: SharedAction) => EstimateForm;
  return apply(form, action);
}
