import type { EstimateDraft, RoomInput, VariantInput } from '@smet/estimating';
import { fromRoomInput, toRoomInput } from './room-form';
import type { EstimateForm, EstimateView, RoomForm, VariantForm } from './types';
import { fromVariantDraft, toVariantDraft } from './variant-form';

export function toForm({
  title,
  draft,
  currentVariantId,
}: Pick<EstimateView, 'title' | 'draft' | 'currentVariantId'>): EstimateForm {
  return {
    title,
    rooms: draft.rooms.map(fromRoomInput),
    variants: draft.variants.map(fromVariantDraft),
    currentVariantId,
  };
}

const inputs = new WeakMap<RoomForm[], RoomInput[]>();

/** The same list gives the same objects, whichever variant they are computed for. */
function roomInputs(rooms: RoomForm[]): RoomInput[] {
  const known = inputs.get(rooms);
  if (known) return known;
  const made = rooms.map(toRoomInput);
  inputs.set(rooms, made);
  return made;
}

/** What is sent. Texts that are no numbers count as nothing here. */
export function toDraft({ rooms, variants }: EstimateForm): EstimateDraft {
  return { rooms: roomInputs(rooms), variants: variants.map(toVariantDraft) };
}

/** What one variant is computed from. */
export function toVariantInput(rooms: RoomForm[], variant: VariantForm): VariantInput {
  return { ...toVariantDraft(variant), rooms: roomInputs(rooms) };
}

/** The variant of that id; the first one when it is gone: an estimate always has one. */
export function variantOf({ variants }: Pick<EstimateForm, 'variants'>, id: string | null): VariantForm {
  const variant = variants.find((known) => known.id === id) ?? variants[0];
  if (!variant) throw new Error('An estimate without variants');
  return variant;
}
