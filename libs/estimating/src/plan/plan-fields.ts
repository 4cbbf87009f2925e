import { idField, placeField, turnField } from '../documents/common-fields.js';
import { described, isObject, optional, repeated } from '../documents/field.js';
import type { Field, Rule } from '../documents/field.js';
import { DocumentFields } from '../documents/fields.js';
import { PLAN_LIMITS, SHAPE_LIMITS } from '../shape/limits.js';
import type { PlanProblemCode } from './plan-problem.js';
import {
  CANVAS_PREFERENCES,
  LINE_OBJECT_KINDS,
  POINT_OBJECT_KINDS,
  PROFILE_KINDS,
  WALL_MATERIALS,
} from './room-plan.js';

const kit = new DocumentFields<PlanProblemCode>({ invalid: 'PLAN_INVALID', unknown: 'UNKNOWN_FIELD' });

/** A key of the rule set: "pvc-matte". */
const KEY_PATTERN = '^[A-Za-z0-9_-]+$';
/** Metres as a decimal: "3.2", "5.0". */
const WIDTH_PATTERN = '^(0|[1-9][0-9]?)(\\.[0-9]{1,3})?$';
const MAX_WIDTH_CHARS = 6;
/** Not blank, and nothing a printed form or a database cannot hold. */
const REASON_PATTERN = '^[^\\p{Cc}\\p{Cs}]*[^\\s\\p{Cc}\\p{Cs}][^\\p{Cc}\\p{Cs}]*$';

const place = placeField<PlanProblemCode>(kit);

const side = kit.object({
  title: 'SideAttributes',
  fields: {
    side: kit.index('SIDE_INVALID', SHAPE_LIMITS.maxCorners),
    profile: described(optional(kit.choice(PROFILE_KINDS)), 'Ordinary when absent.'),
    wall: optional(kit.choice(WALL_MATERIALS)),
  },
});

const id = idField<PlanProblemCode>(kit, 'OBJECT_INVALID');
/** A line whose points are all one place is nothing to mount. */
const hasLength: Rule<unknown[], PlanProblemCode> = (points, path) => {
  const places = new Set(points.map((point) => (isObject(point) ? `${String(point.x)} ${String(point.y)}` : '')));
  return points.length > 1 && places.size === 1 ? [{ code: 'OBJECT_INVALID', path, params: { length: 0 } }] : [];
};

const objects = {
  point: kit.object({ title: 'PointObject', fields: { id, kind: kit.choice(POINT_OBJECT_KINDS), atMm: place } }),
  line: kit.object({
    title: 'LineObject',
    fields: {
      id,
      kind: kit.choice(LINE_OBJECT_KINDS),
      pointsMm: kit.list({
        item: place,
        min: 2,
        max: PLAN_LIMITS.maxLinePoints,
        tooFew: 'OBJECT_INVALID',
        tooMany: 'OBJECT_INVALID',
        rule: hasLength,
      }),
    },
  }),
};

const isLine = (kind: unknown) => (LINE_OBJECT_KINDS as readonly unknown[]).includes(kind);

const canvas = kit.object({
  title: 'CanvasOptions',
  description: 'How the canvas is to be cut; what is absent is chosen by the rule set.',
  fields: {
    film: optional(kit.text({ max: PLAN_LIMITS.maxFilmChars, pattern: KEY_PATTERN, code: 'CANVAS_INVALID' })),
    rollM: optional(kit.text({ max: MAX_WIDTH_CHARS, pattern: WIDTH_PATTERN, code: 'CANVAS_INVALID' })),
    preference: optional(kit.choice(CANVAS_PREFERENCES)),
    direction: described(
      optional(
        kit.object({
          fields: { wall: kit.index('SIDE_INVALID', SHAPE_LIMITS.maxCorners), turnDeg: kit.choice([0, 90]) },
        }),
      ),
      'Strips along (0) or across (90) a wall.',
    ),
    seamThroughMm: optional(place),
    ignoreSliversMm: optional(
      kit.number({
        min: 0,
        max: PLAN_LIMITS.maxSliverMm,
        step: SHAPE_LIMITS.stepMm,
        unit: 'Mm',
        code: 'LENGTH_OUT_OF_RANGE',
      }),
    ),
  },
});

const inset = kit.object({
  title: 'Inset',
  description: 'The room is a level within another room of the estimate.',
  fields: {
    roomId: idField<PlanProblemCode>(kit, 'INSET_INVALID'),
    atMm: place,
    turnDeg: turnField<PlanProblemCode>(kit),
  },
});

/** A room's plan as a whole. */
export const planField: Field<PlanProblemCode> = kit.object({
  title: 'RoomPlan',
  description: 'What is decided about a room beside its shape; places in millimetres in the frame of the room.',
  fields: {
    schemaVersion: kit.choice([1]),
    sides: optional(
      kit.list({ item: side, max: SHAPE_LIMITS.maxCorners, rule: repeated('side', { code: 'SIDE_INVALID' }) }),
    ),
    objects: optional(
      kit.list({
        item: kit.variants('PlanObject', objects, {
          field: 'kind',
          by: ({ kind }) => (isLine(kind) ? 'line' : 'point'),
        }),
        max: PLAN_LIMITS.maxObjects,
        tooMany: 'TOO_MANY_OBJECTS',
        rule: repeated('id', { code: 'OBJECT_INVALID' }),
      }),
    ),
    canvas: optional(canvas),
    heightMm: described(
      optional(
        kit.number({
          min: PLAN_LIMITS.minHeightMm,
          max: PLAN_LIMITS.maxHeightMm,
          step: SHAPE_LIMITS.stepMm,
          unit: 'Mm',
          code: 'LENGTH_OUT_OF_RANGE',
        }),
      ),
      'From the floor to the ceiling at its highest.',
    ),
    misclosureReason: optional(
      kit.text({ max: PLAN_LIMITS.maxReasonChars, pattern: REASON_PATTERN, code: 'REASON_INVALID' }),
    ),
    acceptedMisclosureMm: described(
      optional(
        kit.number({
          min: 0,
          max: PLAN_LIMITS.maxMisclosureMm,
          step: SHAPE_LIMITS.stepMm,
          unit: 'Mm',
          code: 'LENGTH_OUT_OF_RANGE',
        }),
      ),
      'Misclosure the reason was given for: when it has grown by more than 5 mm and more than a fifth since, a reason is asked for again. Without it the reason stands whatever the misclosure.',
    ),
    inset: optional(inset),
  },
});
