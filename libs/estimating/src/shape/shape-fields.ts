import { described, isIndex, isObject, optional, repeated } from '../documents/field.js';
import type { Field, Fields, Situation } from '../documents/field.js';
import { DocumentFields } from '../documents/fields.js';
import { arcFields } from './arc-fields.js';
import { cutoutFields } from './cutout-fields.js';
import { SHAPE_LIMITS } from './limits.js';
import { shapeProblem } from './shape-problem.js';
import type { ShapeProblem, ShapeProblemCode } from './shape-problem.js';

const kit = new DocumentFields<ShapeProblemCode>({ invalid: 'SHAPE_INVALID', unknown: 'UNKNOWN_FIELD' });

const { minSideMm, maxSideMm, maxDiagonalMm, maxCorners, stepMm } = SHAPE_LIMITS;
const reading = (max: number) =>
  kit.number({ min: minSideMm, max, step: stepMm, unit: 'Mm', code: 'LENGTH_OUT_OF_RANGE', missing: 'LENGTH_MISSING' });

/** The corner a reading belongs to; the rule of the reading itself says whether the room has it. */
const anyCorner: Field<ShapeProblemCode> = { ...kit.index('SHAPE_INVALID', maxCorners), check: () => [] };

const diagonal = kit.object({
  title: 'DiagonalReading',
  description: 'A measured distance between two corners that are not neighbours, corners by index (A is 0).',
  fields: { from: anyCorner, to: anyCorner, lengthMm: reading(maxDiagonalMm) },
  rule: ({ from, to }, path, { walls }) => {
    const apart = isIndex(from, walls) && isIndex(to, walls) ? Math.abs(from - to) : 0;
    return apart < 2 || apart > walls - 2 ? [shapeProblem('DIAGONAL_INVALID', path, { corners: walls })] : [];
  },
});

const diagonals = kit.list({
  item: diagonal,
  max: SHAPE_LIMITS.maxDiagonals,
  tooMany: 'TOO_MANY_DIAGONALS',
  rule: ({ length: count }, path, { walls }) => {
    const max = (walls * (walls - 3)) / 2;
    return walls > 3 && count > max ? [shapeProblem('TOO_MANY_DIAGONALS', path, { max, count })] : [];
  },
});

const angle = kit.object({
  title: 'AngleReading',
  description: 'The angle between the two walls of a corner on the side of the room.',
  fields: {
    corner: kit.index('ANGLE_INVALID', maxCorners),
    degrees: kit.number({
      min: SHAPE_LIMITS.minAngleDeg,
      max: SHAPE_LIMITS.maxAngleDeg,
      step: SHAPE_LIMITS.stepDeg,
      unit: 'Deg',
      code: 'ANGLE_OUT_OF_RANGE',
      missing: 'LENGTH_MISSING',
    }),
  },
});

const angles = kit.list({
  item: angle,
  max: maxCorners,
  rule: repeated('corner', { code: 'ANGLE_INVALID', params: ({ walls }) => ({ sides: walls }) }),
});

const reflexCorners: Field<ShapeProblemCode> = {
  schema: { ...kit.list({ item: anyCorner, max: maxCorners }).schema, uniqueItems: true },
  check: (value, path, { walls }) => {
    const isValid =
      Array.isArray(value) &&
      value.length <= walls &&
      new Set(value).size === value.length &&
      value.every((corner) => isIndex(corner, walls));
    return isValid ? [] : [shapeProblem('REFLEX_CORNERS_INVALID', path, { expected: (walls - 4) / 2 })];
  },
};

/** All walls in order; a right-angled room has as many along as across. */
const sides = (min: number, rule?: (count: number) => ShapeProblem[]) =>
  kit.list({
    item: reading(maxSideMm),
    min,
    max: min === 2 ? 2 : maxCorners,
    tooFew: 'TOO_FEW_SIDES',
    tooMany: 'TOO_MANY_SIDES',
    ...(rule && { rule: ({ length }) => rule(length) }),
  });

function evenSides(count: number): ShapeProblem[] {
  return count >= 4 && count % 2 === 1 ? [shapeProblem('RIGHT_ANGLES_ODD_SIDES', 'sidesMm', { count })] : [];
}

const schemaVersion = kit.choice([1]);

function kindOfShape(kind: string, title: string, own: Record<string, Field<ShapeProblemCode>>) {
  return kit.object({
    title,
    fields: {
      schemaVersion,
      kind: kit.choice([kind]),
      ...own,
      lettered: described(
        optional(kit.choice(['clockwise', 'counter-clockwise'])),
        'Which way round the corners are lettered, seen from above; counter-clockwise when absent.',
      ),
      arcs: optional(arcFields(kit)),
      cutouts: optional(cutoutFields(kit)),
    },
  });
}

const kinds: Readonly<Record<string, Field<ShapeProblemCode>>> = {
  rectangle: kindOfShape('rectangle', 'RectangleShape', {
    sidesMm: described(sides(2), 'AB and BC of a room with four right angles.'),
  }),
  'right-angled': kindOfShape('right-angled', 'RightAngledShape', {
    sidesMm: described(sides(4, evenSides), 'All walls in order, every angle 90° or 270°.'),
    reflexCorners: described(
      optional(reflexCorners),
      'Corners of 270°, given only when the lengths alone allow several rooms.',
    ),
  }),
  triangulated: kindOfShape('triangulated', 'TriangulatedShape', {
    sidesMm: described(sides(3), 'All walls in order.'),
    diagonalsMm: diagonals,
    angles: described(optional(angles), 'Interior angles measured in place of diagonals; at most one at a corner.'),
  }),
};

const shape = kit.variants('RoomShape', kinds, { field: 'kind', by: ({ kind }) => kind });

/** A room shape as a whole: its version is looked at before anything else. */
export const shapeField: Field<ShapeProblemCode> = {
  schema: {
    description: 'Lengths in millimetres with at most one digit after the point; corners A, B, C… are 0, 1, 2…',
    ...shape.schema,
  },
  check: (value, path, { isDraft }) => {
    const fields = isObject(value) ? value : null;
    const version = fields ? schemaVersion.check(fields['schemaVersion'], 'schemaVersion', noWalls) : [];
    return version.length > 0 ? version : shape.check(value, path, { walls: fields ? wallsOf(fields) : 0, isDraft });
  },
};

const noWalls: Situation = { walls: 0, isDraft: false };

function wallsOf({ kind, sidesMm }: Fields): number {
  if (kind === 'rectangle') {
    return 4;
  }
  return Array.isArray(sidesMm) ? sidesMm.length : 0;
}
