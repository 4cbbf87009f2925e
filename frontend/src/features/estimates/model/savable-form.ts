import { levelsOf } from './form-reducer';
import type { FormProblem } from './check-form';
import type { Refusal } from './refusals';
import type { EstimateForm } from './types';
import { withoutRooms } from './variant-changes';

/** What is not saved for now: rooms and variants by their ids, and the title. */
export interface Held {
  rooms: ReadonlySet<string>;
  variants: ReadonlySet<string>;
  title: boolean;
}

type Refused = Pick<Refusal, 'room' | 'variant'>;

/** What is not finished, and what the server has refused and nobody has changed since. */
export function heldBack(problems: readonly FormProblem[], refused: readonly Refused[]): Held {
  return {
    rooms: new Set([
      ...problems.flatMap((problem) => ('roomId' in problem ? [problem.roomId] : [])),
      ...refused.flatMap(({ room }) => (room ? [room.id] : [])),
    ]),
    variants: new Set([
      ...problems.flatMap((problem) => ('variantId' in problem ? [problem.variantId] : [])),
      ...refused.flatMap(({ variant }) => (variant ? [variant.id] : [])),
    ]),
    title: problems.some(({ kind }) => kind === 'title'),
  };
}

/** Each one that is held is as it was saved; one that never was is left out. */
function released<T extends { id: string }>(list: readonly T[], saved: readonly T[], held: ReadonlySet<string>): T[] {
  const known = new Map(saved.map((value) => [value.id, value]));
  return list.flatMap((value) => {
    const released = held.has(value.id) ? known.get(value.id) : value;
    return released ? [released] : [];
  });
}

/**
 * The form as it can be saved now: what is held stays as the server has it, everything else is saved. One room that is
 * being typed keeps nothing else from being saved.
 */
export function savableForm(form: EstimateForm, saved: EstimateForm, held: Held): EstimateForm {
  if (held.rooms.size === 0 && held.variants.size === 0 && !held.title) return form;
  const known = released(form.rooms, saved.rooms, held.rooms);
  const there = new Set(known.map(({ id }) => id));
  const left = form.rooms.filter(({ id }) => !there.has(id));
  // A level is nothing without the room it lies in.
  const gone = new Set<string | null>(left.flatMap(({ id }) => [id, ...levelsOf(form, id).map((level) => level.id)]));
  const variants = released(form.variants, saved.variants, held.variants);
  const [first] = variants;
  if (!first) return saved;
  const current = variants.find(({ id }) => id === form.currentVariantId) ?? first;
  return {
    title: held.title ? saved.title : form.title,
    rooms: known.filter(({ id }) => !gone.has(id)),
    variants: gone.size === 0 ? variants : variants.map((variant) => withoutRooms(variant, gone)),
    currentVariantId: current.id,
  };
}
