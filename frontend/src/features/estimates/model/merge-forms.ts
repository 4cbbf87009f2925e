import type { Specification } from '@smet/estimating';
import { canonicalForm } from './canonical';
import { mergeRoom } from './merge-room';
import { each, ThreeWay } from './three-way';
import type { Choice, Conflict, Place, PlaceField, Sides } from './three-way';
import type { EstimateForm, VariantForm } from './types';
import { withoutRooms } from './variant-changes';
import { manualKey } from './variant-form';

export interface MergedForms {
  form: EstimateForm;
  /** What both sides changed to something else, decided or not. */
  conflicts: Conflict[];
  /** What was taken over from the others without a question. */
  taken: Place[];
}

/**
 * Puts together what a person typed and what others saved meanwhile, both changes of `base`. Rooms, variants, lines and
 * things on the plan are known by their ids, the rest by its place. Whatever only one side touched is taken from it.
 * `choices` decide the conflicts by their keys; mine stands until then.
 */
export function mergeForms(states: Sides<EstimateForm>, choices: ReadonlyMap<string, Choice> = new Map()): MergedForms {
  const way = new ThreeWay(choices);
  const sides = each(states, canonicalForm);
  const { mine } = states;
  const place = (field: PlaceField): Place => ({ of: 'estimate', id: '', name: '', field });
  const value = (field: PlaceField, get: (form: EstimateForm) => string): string =>
    way.value(place(field), each(sides, get), get(mine));
  const rooms = way.list(allOf(sides, 'rooms'), mine.rooms, {
    key: ({ id }) => id,
    place: ({ id, name }) => ({ of: 'room', id, name, field: 'whole' }),
    merge: (room, raw) => mergeRoom(way, room, raw),
  });
  const variants = way.list(allOf(sides, 'variants'), mine.variants, {
    key: ({ id }) => id,
    place: ({ id, name }) => ({ of: 'variant', id, name, field: 'whole' }),
    merge: (variant, raw) => mergeVariant(way, variant, raw),
  });
  const form = {
    title: value('title', ({ title }) => title),
    rooms,
    // Each side took away what the other left: an estimate keeps a variant all the same.
    variants: variants.length > 0 ? variants : mine.variants,
    currentVariantId: value('current', ({ currentVariantId }) => currentVariantId),
  };
  return { form: settled(form, Object.values(states)), conflicts: way.conflicts, taken: way.taken };
}

/** One field of all three states. */
const allOf = <T, K extends keyof T>(sides: Sides<T>, field: K): Sides<T[K]> => each(sides, (state) => state[field]);

/** Nothing belongs to a room that is gone, and the variant for the order is one that is there. */
function settled(form: EstimateForm, states: readonly EstimateForm[]): EstimateForm {
  const there = new Set(form.rooms.map(({ id }) => id));
  const gone = new Set<string | null>(
    states.flatMap(({ rooms }) => rooms.map(({ id }) => id)).filter((id) => !there.has(id)),
  );
  const variants = gone.size === 0 ? form.variants : form.variants.map((variant) => withoutRooms(variant, gone));
  const current = variants.find(({ id }) => id === form.currentVariantId) ?? variants[0];
  return { ...form, variants, currentVariantId: current?.id ?? form.currentVariantId };
}

type ListField = {
  [K in keyof VariantForm]-?: VariantForm[K] extends unknown[] ? K : never;
}[keyof VariantForm];

/** One variant that both sides changed; `raw` is mine as it is typed. */
function mergeVariant(way: ThreeWay, sides: Sides<VariantForm>, raw: VariantForm): VariantForm {
  const place = (field: PlaceField, at?: string): Place => ({
    of: 'variant',
    id: raw.id,
    name: raw.name.trim() || sides.base.name,
    field,
    ...(at !== undefined && { at }),
  });
  const list = <K extends ListField>(
    field: K,
    as: PlaceField,
    keyOf: (item: VariantForm[K][number]) => string,
  ): VariantForm[K][number][] =>
    way.list<VariantForm[K][number]>(allOf(sides, field), raw[field], {
      key: keyOf,
      place: (item) => place(as, keyOf(item)),
    });
  return {
    id: raw.id,
    name: way.value(place('name'), allOf(sides, 'name'), raw.name),
    specification: mergeSpecification(way, place, allOf(sides, 'specification')),
    overrides: list('overrides', 'override', ({ roomId, ruleKey }) => `${roomId}:${ruleKey}`),
    manualLines: list('manualLines', 'line', ({ id }) => manualKey(id)),
    discount: way.value(place('discount'), allOf(sides, 'discount'), raw.discount),
    lineDiscounts: list('lineDiscounts', 'lineDiscount', ({ lineKey }) => lineKey),
    categoryDiscounts: list('categoryDiscounts', 'categoryDiscount', ({ categoryId }) => categoryId),
    coefficients: list('coefficients', 'coefficient', ({ id }) => id),
    schedule: way.value(place('schedule'), allOf(sides, 'schedule'), raw.schedule),
  };
}

function mergeSpecification(
  way: ThreeWay,
  place: (field: PlaceField, at?: string) => Place,
  sides: Sides<Specification>,
): Specification {
  const film = way.value(place('film'), allOf(sides, 'film'));
  const profile = way.value(place('variantProfile'), allOf(sides, 'profile'));
  const substitutes = way.list(
    each(sides, (known) => known.substitutes ?? []),
    sides.mine.substitutes ?? [],
    { key: ({ code }) => code, place: ({ code }) => place('substitute', code) },
  );
  return { ...(film && { film }), ...(profile && { profile }), ...(substitutes.length > 0 && { substitutes }) };
}
