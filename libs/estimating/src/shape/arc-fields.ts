import { repeated } from '../documents/field.js';
import type { Field } from '../documents/field.js';
import type { DocumentFields } from '../documents/fields.js';
import { SHAPE_LIMITS } from './limits.js';
import type { ShapeProblemCode } from './shape-problem.js';

/** Walls that are arcs, each by its sagitta or by its radius, at most one on a side. */
export function arcFields(kit: DocumentFields<ShapeProblemCode>): Field<ShapeProblemCode> {
  const { minSagittaMm, maxSideMm, minRadiusMm, maxRadiusMm, stepMm, maxArcs, maxCorners } = SHAPE_LIMITS;
  const reading = (min: number, max: number) =>
    kit.number({ min, max, step: stepMm, unit: 'Mm', code: 'LENGTH_OUT_OF_RANGE', missing: 'LENGTH_MISSING' });
  const common = {
    side: kit.index('ARC_INVALID', maxCorners),
    bulges: kit.choice(['outward', 'inward'], 'ARC_INVALID'),
  };
  const kinds = {
    sagittaMm: kit.object({
      title: 'ArcBySagitta',
      description: 'The sagitta is the greatest distance of the arc from its chord.',
      fields: { ...common, sagittaMm: reading(minSagittaMm, maxSideMm) },
    }),
    radiusMm: kit.object({
      title: 'ArcByRadius',
      description: 'The arc of at most half a circle over its chord.',
      fields: { ...common, radiusMm: reading(minRadiusMm, maxRadiusMm) },
    }),
  };
  return kit.list({
    item: kit.variants('Arc', kinds, {
      field: '',
      by: (arc) => (Object.hasOwn(arc, 'radiusMm') ? 'radiusMm' : 'sagittaMm'),
    }),
    max: maxArcs,
    tooMany: 'TOO_MANY_ARCS',
    rule: repeated('side', { code: 'ARC_INVALID', params: ({ walls }) => ({ sides: walls }) }),
  });
}
