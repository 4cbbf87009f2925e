import { idField, placeField, turnField } from '../documents/common-fields.js';
import { described, optional, repeated } from '../documents/field.js';
import type { Field } from '../documents/field.js';
import type { DocumentFields } from '../documents/fields.js';
import { SHAPE_LIMITS } from './limits.js';
import type { ShapeProblemCode } from './shape-problem.js';

/** Holes in the canvas of three kinds, each with an id of its own. */
export function cutoutFields(kit: DocumentFields<ShapeProblemCode>): Field<ShapeProblemCode> {
  const place = placeField<ShapeProblemCode>(kit);
  const size = kit.number({
    min: SHAPE_LIMITS.minCutoutMm,
    max: SHAPE_LIMITS.maxCutoutMm,
    step: SHAPE_LIMITS.stepMm,
    unit: 'Mm',
    code: 'LENGTH_OUT_OF_RANGE',
    missing: 'LENGTH_MISSING',
  });
  const points = kit.list({
    item: place,
    min: 3,
    max: SHAPE_LIMITS.maxCutoutPoints,
    tooFew: 'CUTOUT_INVALID',
    tooMany: 'CUTOUT_INVALID',
  });
  const cutout = (kind: string, title: string, own: Record<string, Field<ShapeProblemCode>>) =>
    kit.object({
      title,
      fields: {
        id: idField<ShapeProblemCode>(kit, 'CUTOUT_INVALID'),
        purpose: kit.choice(['column', 'opening']),
        kind: kit.choice([kind]),
        ...own,
      },
    });
  const kinds = {
    rectangle: cutout('rectangle', 'RectangularCutout', {
      centreMm: place,
      sizeMm: described(kit.list({ item: size, min: 2, max: 2 }), 'Along x and y of the frame before it is turned.'),
      turnDeg: described(optional(turnField<ShapeProblemCode>(kit)), 'Counter-clockwise; 0 when absent.'),
    }),
    circle: cutout('circle', 'RoundCutout', { centreMm: place, diameterMm: size }),
    polygon: cutout('polygon', 'PolygonalCutout', { pointsMm: described(points, 'Either way round.') }),
  };
  return kit.list({
    item: kit.variants('Cutout', kinds, { field: 'kind', by: ({ kind }) => kind }),
    max: SHAPE_LIMITS.maxCutouts,
    tooMany: 'TOO_MANY_CUTOUTS',
    rule: repeated('id', { code: 'CUTOUT_INVALID' }),
  });
}
