import { buildRoom, lacksReason } from '@smet/estimating';
import type { MeasurementTolerances } from '@smet/estimating';
import { parseDiscount } from './estimate-form';
import { COUNTED_LAMPS, lampsOnPlan, parseCount, toRoomDraft } from './room-form';
import type { CountField } from './room-form';
import type { EstimateForm, RoomForm } from './types';

/** Why an estimate cannot be saved yet, in the words of the form. */
export type FormProblem =
  | { kind: 'room-unfinished'; roomId: string; name: string }
  | { kind: 'room-doubtful'; roomId: string; name: string }
  | { kind: 'room-unnamed'; roomId: string }
  | { kind: 'room-count'; roomId: string; name: string }
  | { kind: 'discount' }
  | { kind: 'title' };

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

/** What has to be finished before the server is asked; empty when everything is. */
export function checkForm(form: EstimateForm, tolerances: MeasurementTolerances): FormProblem[] {
  return [
    ...(form.title.trim() ? [] : [{ kind: 'title' as const }]),
    ...form.rooms.flatMap((room) => checkRoom(room, tolerances)),
    ...(parseDiscount(form.discount) === null ? [{ kind: 'discount' as const }] : []),
  ];
}
