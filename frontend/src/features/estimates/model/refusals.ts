import type { InvalidParam } from '@smet/api-client';
import type { EstimateForm, RoomForm, VariantForm } from './types';

/** A refusal of the server with the room or the variant it is about, as it was sent; null for what belongs to none. */
export interface Refusal extends InvalidParam {
  room: RoomForm | null;
  variant: VariantForm | null;
}

const ROOM = /^draft\.rooms\.(\d+)(?:\.|$)/;
const VARIANT = /^draft\.variants\.(\d+)(?:\.|$)/;

function named<T>(list: readonly T[], place: RegExp, path: string): T | null {
  const index = place.exec(path)?.[1];
  return (index !== undefined && list[Number(index)]) || null;
}

/** The server names rooms and variants by their place in what was sent: today's form may have them in another order. */
export function refusalsOf(params: readonly InvalidParam[], sent: EstimateForm): Refusal[] {
  return params.map((param) => ({
    ...param,
    room: named(sent.rooms, ROOM, param.path),
    variant: named(sent.variants, VARIANT, param.path),
  }));
}

/** What is refused still after an answer to `sent`: rooms and variants that were in it were accepted or are in `now`. */
export function refusedAfter(
  known: readonly Refusal[],
  { sent, now }: { sent: EstimateForm; now: readonly Refusal[] },
): Refusal[] {
  const held = known.filter(
    ({ room, variant }) => (room ?? variant) !== null && standing([{ room, variant }], sent).length === 0,
  );
  return [...held, ...now];
}

/** Those that still hold: what was changed since, or removed, the server has not seen. The same list while all do. */
export function standing<R extends Pick<Refusal, 'room' | 'variant'>>(
  refusals: readonly R[],
  form: EstimateForm,
): readonly R[] {
  const isAsItWas = ({ room, variant }: R): boolean =>
    (room === null || form.rooms.includes(room)) && (variant === null || form.variants.includes(variant));
  return refusals.every(isAsItWas) ? refusals : refusals.filter(isAsItWas);
}
