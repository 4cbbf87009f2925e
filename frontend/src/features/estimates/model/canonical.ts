import { parseCentimetres, parseDegrees } from '../../../shared/formatting';
import { fromRoomInput, parseCount, toRoomInput } from './room-form';
import { isSame } from './same-form';
import type { EstimateForm, RoomForm, VariantForm } from './types';
import { fromVariantDraft, parseCoefficient, parseDiscount, parseShare, toVariantDraft } from './variant-form';

const isLength = ({ text }: { text: string }): boolean => parseCentimetres(text) !== null;

function isReadable({ sides, diagonals, angles, arcs, spotlights, chandeliers }: RoomForm): boolean {
  return (
    sides.every((text) => isLength({ text })) &&
    diagonals.every(isLength) &&
    arcs.every(isLength) &&
    angles.every(({ text }) => parseDegrees(text) !== null) &&
    parseCount(spotlights) !== null &&
    parseCount(chandeliers) !== null
  );
}

function isVariantReadable(variant: VariantForm): boolean {
  const { discount, lineDiscounts, categoryDiscounts, coefficients, schedule } = variant;
  return (
    [{ text: discount }, ...lineDiscounts, ...categoryDiscounts].every(({ text }) => parseDiscount(text) !== null) &&
    coefficients.every(({ text }) => parseCoefficient(text) !== null) &&
    (schedule ?? []).every(({ text }) => parseShare(text) !== null)
  );
}

function remembered<T extends object>(compute: (value: T) => T): (value: T) => T {
  const known = new WeakMap<T, T>();
  return (value) => {
    const made = known.get(value) ?? compute(value);
    known.set(value, made);
    return made;
  };
}

/**
 * The room in the words it comes back with from the server: "300,0" is "300" there. One whose texts are no readings yet
 * stays as it is typed.
 */
export const canonicalRoom = remembered((room: RoomForm) =>
  isReadable(room) ? fromRoomInput(toRoomInput(room)) : room,
);

export const canonicalVariant = remembered((variant: VariantForm) =>
  isVariantReadable(variant) ? fromVariantDraft(toVariantDraft(variant)) : variant,
);

export const canonicalForm = remembered(({ title, rooms, variants, currentVariantId }: EstimateForm) => ({
  title: title.trim(),
  rooms: rooms.map(canonicalRoom),
  variants: variants.map(canonicalVariant),
  currentVariantId,
}));

/** The same for the server, however it is typed. */
export const sameForm = (a: EstimateForm, b: EstimateForm): boolean =>
  a === b || isSame(canonicalForm(a), canonicalForm(b));
