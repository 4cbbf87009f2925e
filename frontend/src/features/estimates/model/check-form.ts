import { buildRoom, lacksReason } from '@smet/estimating';
import type { MeasurementTolerances } from '@smet/estimating';
import { COUNTED_LAMPS, lampsOnPlan, parseCount, toRoomDraft } from './room-form';
import type { CountField } from './room-form';
import type { EstimateForm, RoomForm, VariantForm } from './types';
import { parseCoefficient, parseDiscount, parseShare } from './variant-form';

/** Why an estimate cannot be saved yet, in the words of the form. */
export type FormProblem =
  | { kind: 'room-unfinished'; roomId: string; name: string }
  | { kind: 'room-doubtful'; roomId: string; name: string }
  | { kind: 'room-unnamed'; roomId: string }
  | { kind: 'room-count'; roomId: string; name: string }
  | { kind: VariantProblemKind; variantId: string; name: string }
  | { kind: 'title' };

export type VariantProblemKind = 'discount' | 'coefficient' | 'schedule';

/** All lamps are at least those that stand on the plan. */
function isCountWrong(room: RoomForm): boolean {
  return (Object.keys(COUNTED_LAMPS) as CountField[]).some((field) => {
    const count = parseCount(room[field]);
    return count === null || count < lampsOnPlan(room.plan, field);
  });
}

function checkRoom(room: RoomForm, tolerances: MeasurementTolerances): FormProblem[] {
  const { id: roomId, plan } = room;
  const name = room.name.trim();
  if (!name) return [{ kind: 'room-unnamed', roomId }];
  const build = buildRoom(toRoomDraft(room));
  if (!build.ok) return [{ kind: 'room-unfinished', roomId, name }];
  if (lacksReason(build.room.check, plan, tolerances)) {
    return [{ kind: 'room-doubtful', roomId, name }];
  }
  return isCountWrong(room) ? [{ kind: 'room-count', roomId, name }] : [];
}

const WHOLE = 100;

/** Shares with two digits after the point, added up as whole hundredths. */
function isWhole(stages: readonly { text: string }[]): boolean {
  const shares = stages.map(({ text }) => parseShare(text));
  const hundredths = shares.map((share) => Math.round(Number(share) * WHOLE));
  return !shares.includes(null) && hundredths.reduce((sum, share) => sum + share, 0) === WHOLE * WHOLE;
}

/** One without a name is called by its place among them. */
function checkVariant(variant: VariantForm, index: number): FormProblem[] {
  const { id: variantId, coefficients, schedule } = variant;
  const name = variant.name.trim() || String(index + 1);
  const discounts = [
    variant.discount,
    ...[...variant.lineDiscounts, ...variant.categoryDiscounts].map(({ text }) => text),
  ];
  const wrong: Record<VariantProblemKind, boolean> = {
    discount: discounts.some((text) => parseDiscount(text) === null),
    coefficient: coefficients.some((known) => parseCoefficient(known.text) === null || known.name.trim() === ''),
    schedule: schedule !== null && !isWhole(schedule),
  };
  return (Object.keys(wrong) as VariantProblemKind[])
    .filter((kind) => wrong[kind])
    .map((kind) => ({ kind, variantId, name }));
}

/** What is not finished yet, each problem with the room or the variant it keeps from being saved; empty when all is. */
export function checkForm(form: EstimateForm, tolerances: MeasurementTolerances): FormProblem[] {
  return [
    ...(form.title.trim() ? [] : [{ kind: 'title' as const }]),
    ...form.rooms.flatMap((room) => checkRoom(room, tolerances)),
    ...form.variants.flatMap(checkVariant),
  ];
}
