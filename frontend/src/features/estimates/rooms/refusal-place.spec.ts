import { describe, expect, it } from '@jest/globals';
import { placeOfRefusal } from './refusal-place';

describe('what a refusal of the server is about', () => {
  it.each([
    ['draft.rooms.0.shape.sidesMm.2', 0, 'wall', 2],
    ['draft.rooms.3.shape.diagonalsMm.1.lengthMm', 3, 'diagonal', 1],
    ['draft.rooms.0.shape.angles.0.degrees', 0, 'angle', 0],
    ['draft.rooms.0.shape.kind', 0, 'shape', null],
    ['draft.rooms.1.plan.objects.4.atMm.x', 1, 'object', 4],
    ['draft.rooms.1.plan.misclosureReason', 1, 'reason', null],
    ['draft.rooms.1.name', 1, 'name', null],
    ['draft.rooms.2', 2, 'shape', null],
    ['draft.rooms', null, 'rooms', null],
    ['draft.variants.1.manualLines.7.quantity', null, 'line', 7],
    ['draft.variants.0.discountPercent', null, 'discount', null],
    ['draft.variants.0.id', null, 'variants', 0],
    ['something.new.0', null, 'estimate', null],
    ['titles', null, 'estimate', null],
  ])('%s', (path, roomIndex, field, index) => expect(placeOfRefusal(path)).toEqual({ roomIndex, field, index }));
});
