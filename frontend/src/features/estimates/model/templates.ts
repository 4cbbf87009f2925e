import type { EstimateDraft, RoomInput } from '@smet/estimating';
import { toForm } from './estimate-form';
import { fromRoomInput, toRoomInput } from './room-form';
import type { EstimateForm, RoomForm } from './types';

/** Ids are nowhere but in ids, references to them and keys of lines made of them, so that all of those go along. */
function withNewIds<T>(document: T, ids: readonly string[]): T {
  const renamed = ids.reduce(
    (text, id) => text.replaceAll(JSON.stringify(id).slice(1, -1), crypto.randomUUID()),
    JSON.stringify(document),
  );
  return JSON.parse(renamed) as T;
}

/** A new estimate like the one that was kept: nothing in it is known by an id of that one. */
export function formOfTemplate(document: EstimateDraft, title: string): EstimateForm {
  const { rooms, variants } = document;
  const lines = variants.flatMap(({ manualLines, coefficients = [] }) => [...manualLines, ...coefficients]);
  const ids = new Set([...rooms, ...variants, ...lines].map(({ id }) => id));
  const draft = withNewIds(document, [...ids]);
  const [first] = draft.variants;
  if (!first) throw new Error('A template without variants');
  return toForm({ title, draft, currentVariantId: first.id });
}

/** A new room like the one that was kept. */
export const roomOfTemplate = (document: RoomInput): RoomForm => fromRoomInput(withNewIds(document, [document.id]));

/** A room as it is kept: a level becomes an ordinary room, its place is in another one. */
export function toRoomTemplate(room: RoomForm): RoomInput {
  const { inset: _, ...plan } = room.plan;
  return toRoomInput({ ...room, plan });
}
