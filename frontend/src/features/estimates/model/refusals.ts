import type { InvalidParam } from '@smet/api-client';
import type { EstimateForm, RoomForm } from './types';

/** A refusal of the server with the room it is about, as it was sent; null for what belongs to no room. */
export interface Refusal extends InvalidParam {
  room: RoomForm | null;
}

const ROOM = /^draft\.rooms\.(\d+)(?:\.|$)/;

/** The server names rooms by their place in what was sent: today's form may have them in another order. */
export function refusalsOf(params: readonly InvalidParam[], sent: EstimateForm): Refusal[] {
  return params.map((param) => {
    const index = ROOM.exec(param.path)?.[1];
    return { ...param, room: (index !== undefined && sent.rooms[Number(index)]) || null };
  });
}

/** Those that still hold: what was changed since, or removed, the server has not seen. */
export function standing(refusals: readonly Refusal[], form: EstimateForm): Refusal[] {
  return refusals.filter(({ room }) => room === null || form.rooms.includes(room));
}
