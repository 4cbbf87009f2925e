import { AREA, LENGTH, NUMBER, TEXT } from '../formula/index.js';
import type { FormulaType } from '../formula/index.js';
import { PROFILE_KINDS, WALL_MATERIALS } from '../plan/room-plan.js';
import type { ProfileKind, WallMaterial } from '../plan/room-plan.js';
import type { StickProfile } from './rule-set.js';

/** How a measure is shown: metres, square metres, pieces, or a word. */
export type MeasureUnit = 'm' | 'm2' | 'pcs' | 'text';

/** A measure of a room that formulas may use, by name. */
export interface Measure {
  readonly name: MeasureName;
  readonly type: FormulaType;
  readonly unit: MeasureUnit;
  /** One sentence for whoever writes formulas in English; the interface has its own words by name. */
  readonly doc: string;
}

type Described = Omit<Measure, 'name'>;

const area = (doc: string): Described => ({ type: AREA, unit: 'm2', doc });
const length = (doc: string): Described => ({ type: LENGTH, unit: 'm', doc });
const count = (doc: string): Described => ({ type: NUMBER, unit: 'pcs', doc });
const text = (doc: string): Described => ({ type: TEXT, unit: 'text', doc });

const SINGLE = {
  area: area('Area of the canvas in the room: without columns, openings and levels.'),
  billed_area: area('The same, rounded half-up by the step of areas.'),
  perimeter: length('All edges of the canvas: walls, arcs, cut-outs and lines where a level begins.'),
  billed_perimeter: length('The same, rounded half-up by the step of lengths.'),
  profile_length: length(
    'Edges on any profile but that of a niche: the perimeter without sides of a niche or of none.',
  ),
  min_width: length('Distance between the nearest two parallel lines that hold the canvas; it decides the roll.'),
  inner_corners: count('Corners of less than 180°.'),
  outer_corners: count('Corners of more than 180°, and all corners of cut-outs.'),
  corners: count('All corners together.'),
  extra_corners: count('Corners beyond those that every room has and nobody pays for.'),
  arc_length: length('Curved edges: arcs, curves of short walls, round cut-outs.'),
  billed_arc_length: length('The same, rounded half-up by the step of lengths.'),
  seam_length: length('Seams as they are welded: on the shrunk canvas, before it is stretched.'),
  billed_seam_length: length('The same, rounded half-up by the step of lengths.'),
  seams: count('Lines of seams.'),
  strips: count('Strips of film.'),
  film_area: area('Film that leaves the roll.'),
  cut_area: area('The canvas as it is cut, shrunk.'),
  offcut_area: area('Film that is left over.'),
  harpoon_length: length('Harpoon welded along the edge of the canvas and its cut-outs; a textile has none.'),
  spotlights: count('Spotlights, with and without a place on the plan.'),
  chandeliers: count('Chandeliers, with and without a place on the plan.'),
  pipes: count('Pipes through the canvas.'),
  vents: count('Ventilation openings.'),
  sensors: count('Fire sensors.'),
  hatches: count('Access hatches.'),
  columns: count('Columns.'),
  cutout_length: length('Edges of columns and openings.'),
  light_line_length: length('Light lines together.'),
  light_lines: count('Light lines.'),
  light_line_corners: count('Bends of light lines.'),
  light_line_ends: count('Ends of light lines that stop within the canvas, not at a wall.'),
  track_length: length('Tracks together.'),
  tracks: count('Tracks.'),
  curtain_niche_length: length('Curtain niches drawn on the plan, together.'),
  curtain_niches: count('Curtain niches drawn on the plan.'),
  level_length: length('Lines where levels within the room begin.'),
  height: length('Height of the room; 0 when nobody has measured it.'),
  film: text('Key of the film the canvas is cut from.'),
  material: text('Its material: "pvc" or "textile".'),
  roll: length('Width of the roll it is cut from.'),
} satisfies Record<string, Described>;

export type SingleMeasureName = keyof typeof SINGLE;

/** A measure, or one of a family: "area", "profile.shadow". */
export type MeasureName =
  | SingleMeasureName
  | `profile.${ProfileKind}`
  | `corners.${StickProfile}`
  | `sticks.${StickProfile}`
  | `wall.${WallMaterial}`;

export const STICK_PROFILES = PROFILE_KINDS.filter((kind): kind is StickProfile => kind !== 'none');

/** All measures, in the order a list of them is shown. */
export const MEASURES: readonly Measure[] = [
  ...Object.entries(SINGLE).map(([name, described]): Measure => ({ name: name as SingleMeasureName, ...described })),
  ...PROFILE_KINDS.map((kind): Measure => ({ name: `profile.${kind}`, ...profileLength(kind) })),
  ...STICK_PROFILES.map((kind): Measure => ({
    name: `corners.${kind}`,
    ...count(`Corners of walls where two sides on the profile "${kind}" meet.`),
  })),
  ...STICK_PROFILES.map((kind): Measure => ({
    name: `sticks.${kind}`,
    ...count(`Whole sticks of the profile "${kind}" this room would take alone.`),
  })),
  ...WALL_MATERIALS.map((kind): Measure => ({
    name: `wall.${kind}`,
    ...length(`Walls of the material "${kind}".`),
  })),
];

/** Measures by name. */
export const MEASURE_BY_NAME: ReadonlyMap<string, Measure> = new Map(
  MEASURES.map((measure) => [measure.name as string, measure]),
);

/** What formulas know of them. */
export const MEASURE_TYPES: ReadonlyMap<string, FormulaType> = new Map(
  MEASURES.map(({ name, type }) => [name as string, type]),
);

function profileLength(kind: ProfileKind): Described {
  switch (kind) {
    case 'none':
      return length('Walls that take no profile.');
    case 'ordinary':
      return length('Edges on the ordinary profile: walls, cut-outs and lines where a level begins.');
    default:
      return length(`Walls on the profile "${kind}".`);
  }
}
