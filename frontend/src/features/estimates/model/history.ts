import { variantOf } from './estimate-form';
import { reduceForm } from './form-reducer';
import type { FormAction } from './form-reducer';
import { mergeForms } from './merge-forms';
import type { RoomChange } from './room-changes';
import { isSame } from './same-form';
import type { EstimateForm } from './types';
import { isVariantChange, stepOfVariant } from './variant-changes';

/** The form with the states before and after it that can be gone back to. */
export interface History {
  present: EstimateForm;
  /** The variant that is looked at, and that lines and discounts are changed of; looking at another is no step. */
  shown: string;
  past: EstimateForm[];
  future: EstimateForm[];
  /** The field that is being typed in: what follows in it belongs to the same step. */
  step: string | null;
}

export type HistoryAction =
  | FormAction
  /** Another form altogether: a `step` when a person chose it, a `start` when nothing was typed here before it. */
  | { type: 'replace'; form: EstimateForm; as: 'step' | 'start' }
  /** `replaced` gives way to what was before it, unless something was done since. */
  | { type: 'put-back'; form: EstimateForm; replaced: EstimateForm }
  /** What others saved is put into the form, and into what can be gone back to: undo takes back one's own work only. */
  | { type: 'merge'; form: EstimateForm; base: EstimateForm; theirs: EstimateForm }
  | { type: 'show-variant'; variantId: string }
  | { type: 'undo' }
  | { type: 'redo' }
  /** A field was left: typing in it later is a step of its own. */
  | { type: 'settle' };

/** States share the rooms that did not change, so that a step costs little more than the room it changed. */
const MOST_STEPS = 200;

/** Begins with the variant that goes into the order, unless another is looked at already. */
export const startHistory = (form: EstimateForm, shown = form.currentVariantId): History => ({
  present: form,
  shown: variantOf(form, shown).id,
  past: [],
  future: [],
  step: null,
});

function stepOfRoom(roomId: string, change: RoomChange): string | null {
  switch (change.type) {
    case 'side':
    case 'diagonal':
    case 'angle':
      return `${roomId} ${change.type} ${change.index}`;
    case 'control':
      return `${roomId} control ${change.from} ${change.to}`;
    case 'counts':
      return `${roomId} ${change.field}`;
    case 'name':
      return `${roomId} name`;
    case 'arc':
      return change.arc && `${roomId} arc ${change.side} ${change.arc.by} ${change.arc.bulges}`;
    case 'plan':
    case 'cutouts':
      return change.gesture === undefined ? null : `${roomId} ${change.type} ${change.gesture}`;
    default:
      return null;
  }
}

/** What successive actions must share to be one step; null for those that are a step each. */
function stepOf(action: FormAction, shown: string): string | null {
  if (action.type === 'title') return action.type;
  if (action.type === 'room') return stepOfRoom(action.roomId, action.change);
  if (!isVariantChange(action)) return null;
  const step = stepOfVariant(action);
  return step && `${shown} ${step}`;
}

/** The variant a step was about, so that it is seen; the one that is shown when it was about none or is about it too. */
function shownAfter(before: EstimateForm, after: EstimateForm, shown: string): string {
  const known = new Map(before.variants.map((variant) => [variant.id, variant]));
  const changed = after.variants.filter((variant) => !isSame(known.get(variant.id), variant));
  const isAboutAnother = changed.length === 1 && before.variants.length <= after.variants.length;
  return variantOf(after, isAboutAnother ? (changed[0]?.id ?? shown) : shown).id;
}

function undo({ past, present, future, shown }: History): History | null {
  const before = past.at(-1);
  if (!before) return null;
  return {
    present: before,
    shown: shownAfter(present, before, shown),
    past: past.slice(0, -1),
    future: [present, ...future],
    step: null,
  };
}

function redo({ past, present, future, shown }: History): History | null {
  const [after, ...rest] = future;
  if (!after) return null;
  return {
    present: after,
    shown: shownAfter(present, after, shown),
    past: [...past, present],
    future: rest,
    step: null,
  };
}

/** What is as it was is no step: choosing again what was chosen leaves nothing to take back. */
function stepTo(history: History, present: EstimateForm, step: string | null): History {
  if (isSame(present, history.present)) return history;
  const goesOn = step !== null && step === history.step;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { present, shown: variantOf(present, history.shown).id, past, future: [], step };
}

function replace(history: History, { form, as }: Extract<HistoryAction, { type: 'replace' }>): History {
  return as === 'start' ? startHistory(form, history.shown) : stepTo(history, form, null);
}

/** `theirs` with the very rooms and variants of `base` that are the same in both: they need not be weighed state by state. */
function sharing(base: EstimateForm, theirs: EstimateForm): EstimateForm {
  const rooms = new Map(base.rooms.map((room) => [room.id, room]));
  const variants = new Map(base.variants.map((variant) => [variant.id, variant]));
  const known = <T>(value: T, was: T | undefined): T => (was !== undefined && isSame(was, value) ? was : value);
  return {
    ...theirs,
    rooms: theirs.rooms.map((room) => known(room, rooms.get(room.id))),
    variants: theirs.variants.map((variant) => known(variant, variants.get(variant.id))),
  };
}

function merged(history: History, action: Extract<HistoryAction, { type: 'merge' }>): History {
  const { form, base } = action;
  const theirs = sharing(base, action.theirs);
  const withTheirs = (mine: EstimateForm): EstimateForm => mergeForms({ base, mine, theirs }).form;
  return {
    present: form,
    shown: variantOf(form, history.shown).id,
    past: history.past.map(withTheirs),
    future: history.future.map(withTheirs),
    step: history.step,
  };
}

function applied(history: History, action: FormAction): History {
  const next = stepTo(history, reduceForm(history.present, action, history.shown), stepOf(action, history.shown));
  const isThere = action.type === 'add-variant' || action.type === 'restore-variant';
  return isThere ? { ...next, shown: variantOf(next.present, action.variant.id).id } : next;
}

/** The form and its history, pure. */
export function reduceHistory(history: History, action: HistoryAction): History {
  switch (action.type) {
    case 'undo':
      return undo(history) ?? history;
    case 'redo':
      return redo(history) ?? history;
    case 'settle':
      return history.step === null ? history : { ...history, step: null };
    case 'replace':
      return replace(history, action);
    case 'put-back':
      return history.present === action.replaced ? stepTo(history, action.form, null) : history;
    case 'merge':
      return merged(history, action);
    case 'show-variant':
      return { ...history, shown: variantOf(history.present, action.variantId).id, step: null };
    default:
      return applied(history, action);
  }
}

/** Of a version that was sent: variants can be looked at and what was saved is taken over; nothing can be changed. */
export function reduceReading(history: History, action: HistoryAction): History {
  switch (action.type) {
    case 'show-variant':
      return reduceHistory(history, action);
    case 'merge':
      // What was done before it was sent is not to be taken back after it.
      return startHistory(action.form, history.shown);
    default:
      return history;
  }
}

/** A room that is not the same as before or not there before, to show what undo has changed; null when there is none. */
export function changedRoom(before: EstimateForm, after: EstimateForm): string | null {
  const known = new Map(before.rooms.map((room) => [room.id, room]));
  return after.rooms.find((room) => !isSame(known.get(room.id), room))?.id ?? null;
}
