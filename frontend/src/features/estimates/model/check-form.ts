import { buildRoom } from '@smet/estimating';
import { parseDiscount } from './estimate-form';
import { parseCount, toRoomDraft } from './room-form';
import type { EstimateForm, RoomForm } from './types';

/** Why an estimate cannot be saved yet, in the words of the form. */
export type FormProblem =
  | { kind: 'room-unfinished'; roomId: string; name: string }
  | { kind: 'room-unnamed'; roomId: string }
  | { kind: 'room-count'; roomId: string; name: string }
  | { kind: 'discount' }
  | { kind: 'title' };

function checkRoom(room: RoomForm): FormProblem[] {
  const name = room.name.trim();
  if (!name) return [{ kind: 'room-unnamed', roomId: room.id }];
  if (!buildRoom(toRoomDraft(room)).ok) return [{ kind: 'room-unfinished', roomId: room.id, name }];
  const counts = [room.spotlights, room.chandeliers].map(parseCount);
  return counts.includes(null) ? [{ kind: 'room-count', roomId: room.id, name }] : [];
}

/** What has to be finished before the server is asked; empty when everything is. */
export function checkForm(form: EstimateForm): FormProblem[] {
  return [
    ...(form.title.trim() ? [] : [{ kind: 'title' as const }]),
    ...form.rooms.flatMap(checkRoom),
    ...(parseDiscount(form.discount) === null ? [{ kind: 'discount' as const }] : []),
  ];
}
