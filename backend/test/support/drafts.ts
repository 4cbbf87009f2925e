import { newId } from '@smet/database';
import type { EstimateDraft, RoomInput, RoomShape, VariantContent, VariantDraft } from '@smet/estimating';
import type { EstimateDto } from '../../src/modules/estimates/dto/estimate.dto.js';
import type { EstimateResultDto } from '../../src/modules/estimates/dto/estimate-result.dto.js';

/** Rooms of the acceptance examples, as a person enters them. */
export const SHAPES = {
  E1: { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000] },
  E2: { schemaVersion: 1, kind: 'right-angled', sidesMm: [5000, 3000, 2000, 1500, 3000, 4500] },
  E4: {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: [4000, 2500, 2121, 2500, 4000],
    diagonalsMm: [
      { from: 0, to: 2, lengthMm: 4717 },
      { from: 0, to: 3, lengthMm: 4717 },
    ],
  },
} satisfies Record<string, RoomShape>;

export function room(shape: RoomShape, given: Partial<RoomInput> = {}): RoomInput {
  return { id: newId(), name: 'Room', shape, spotlights: 0, chandeliers: 0, ...given };
}

/** Of every draft with one variant, so that a save goes on with the variant of the save before. */
const VARIANT_ID = newId();

export function variantOf(given: Partial<VariantDraft> = {}): VariantDraft {
  return { id: newId(), name: 'Variant', overrides: [], manualLines: [], discountPercent: '0', ...given };
}

/** A draft with one variant. */
export function draftOf(rooms: RoomInput[], given: Partial<VariantContent> = {}): EstimateDraft {
  return { rooms, variants: [variantOf({ id: VARIANT_ID, ...given })] };
}

/** What an estimate came to: of its first variant unless told otherwise. */
export function resultOf({ results }: Pick<EstimateDto, 'results'>, variant = 0): EstimateResultDto {
  const result = results[variant]?.result;
  if (!result) throw new Error(`no variant ${variant}`);
  return result;
}

/** E1 of the acceptance examples: 6 spotlights, a chandelier. */
export const roomE1 = (): RoomInput => room(SHAPES.E1, { name: 'E1', spotlights: 6, chandeliers: 1 });
/** E4 of the acceptance examples: 5 spotlights. */
export const roomE4 = (): RoomInput => room(SHAPES.E4, { name: 'E4', spotlights: 5 });
