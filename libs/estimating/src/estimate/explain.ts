import { fromDouble } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { cornersLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import { heronArea, shoelaceArea } from '../geometry/polygon.js';
import type { BuiltRoom, Wall } from '../rooms/built-room.js';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import type { RoomInput } from './estimate-draft.js';
import type { Explanation, ExplanationNote, ExplanationTerm } from './estimate-result.js';
import type { MeasuredBuild } from './measure-room.js';

type Basis = RuleLine['basis'];

/** A quantity by rule and why it is so. Lines of the same basis in a room share one. */
export interface ExplainedQuantity {
  quantity: DecimalString;
  explanation: Explanation;
}

/** Everything a quantity of a room can be taken from. */
export interface BasisSource {
  build: MeasuredBuild;
  input: Pick<RoomInput, 'spotlights' | 'chandeliers'>;
  ruleSet: RuleSet;
}

/** The quantity of a basis for a room, with its explanation. */
export function explainBasis(basis: Basis, source: BasisSource): ExplainedQuantity {
  return explainers[basis](source);
}

const explainers: Record<Basis, (source: BasisSource) => ExplainedQuantity> = {
  billed_area: ({ build, ruleSet }) => ({
    quantity: build.measures.billedArea,
    explanation: {
      ...measured('billed_area', ruleSet, build.room.areaM2),
      terms: areaTerms(build.room),
      rounding: { mode: 'half-up', step: ruleSet.steps.areaM2 },
      notes: [...gapNotes(build.room), ...rollNotes(build)],
    },
  }),
  billed_perimeter: ({ build, ruleSet }) => ({
    quantity: build.measures.billedPerimeter,
    explanation: {
      ...measured('billed_perimeter', ruleSet, build.room.perimeterM),
      terms: build.room.walls.map(wallTerm),
      notes: gapNotes(build.room),
    },
  }),
  profile_length: ({ build, ruleSet }) => ({
    quantity: build.measures.billedPerimeter,
    explanation: {
      ...measured('profile_length', ruleSet, build.room.perimeterM),
      terms: build.room.walls.map(wallTerm),
      notes: gapNotes(build.room),
    },
  }),
  arc_length: ({ build, ruleSet }) => ({
    quantity: build.measures.billedArcLength,
    explanation: {
      ...measured('arc_length', ruleSet, build.room.arcLengthM),
      terms: build.room.walls.filter(({ arc }) => arc).map(wallTerm),
    },
  }),
  seam_length: ({ build, ruleSet }) => ({
    quantity: build.measures.billedSeamLength,
    explanation: {
      ...measured('seam_length', ruleSet, build.canvas.seamLengthM * build.canvas.shrink),
      terms: [
        ...build.canvas.seamsM.map((seam) => term('seam', fromDouble(seam), 'm')),
        term('shrink', build.measures.shrink, ''),
      ],
      notes: rollNotes(build),
    },
  }),
  extra_corners: ({ build, ruleSet }) =>
    counted('extra_corners', ruleSet, build.measures.extraCorners, [
      pieces('inner_corners', build.measures.innerCorners),
      pieces('outer_corners', build.measures.outerCorners),
      pieces('free_corners', -ruleSet.corners.free),
    ]),
  spotlights: ({ input, ruleSet }) =>
    counted('spotlights', ruleSet, input.spotlights, [pieces('spotlights', input.spotlights)]),
  chandeliers: ({ input, ruleSet }) =>
    counted('chandeliers', ruleSet, input.chandeliers, [pieces('chandeliers', input.chandeliers)]),
  points_of_light: ({ input, ruleSet }) =>
    counted('points_of_light', ruleSet, input.spotlights + input.chandeliers, [
      pieces('spotlights', input.spotlights),
      pieces('chandeliers', input.chandeliers),
    ]),
};

/** The explanation of a line a person added: its quantity is what they typed. */
export function explainManual(quantity: DecimalString): Explanation {
  const terms = [term('quantity', quantity, '')];
  return { basis: 'manual', ruleSet: null, terms, unrounded: null, rounding: null, notes: [] };
}

function measured(basis: Basis, ruleSet: RuleSet, unrounded: number): Explanation {
  return {
    basis,
    ruleSet: versionOf(ruleSet),
    terms: [],
    unrounded: fromDouble(unrounded),
    rounding: { mode: 'half-up', step: ruleSet.steps.lengthM },
    notes: [],
  };
}

function counted(basis: Basis, ruleSet: RuleSet, quantity: number, terms: ExplanationTerm[]): ExplainedQuantity {
  const explanation = { basis, ruleSet: versionOf(ruleSet), terms, unrounded: null, rounding: null, notes: [] };
  return { quantity: String(quantity), explanation };
}

function versionOf({ id, version }: RuleSet): { id: string; version: number } {
  return { id, version };
}

function term(name: string, value: DecimalString, unit: string): ExplanationTerm {
  return { name, value, unit };
}

function pieces(name: string, count: number): ExplanationTerm {
  return term(name, String(count), 'pcs');
}

function wallTerm({ label, lengthM, arc }: Wall): ExplanationTerm {
  return term(arc ? `⌒${label}` : label, fromDouble(lengthM), 'm');
}

/** The measured triangles, or the whole polygon where there are none; arcs add or take away their segments. */
function areaTerms({ vertices, triangles, walls }: BuiltRoom): ExplanationTerm[] {
  const flat =
    triangles.length > 0
      ? triangles.map((triangle) => term(cornersLabel(triangle), fromDouble(triangleArea(vertices, triangle)), 'm2'))
      : [term(cornersLabel([...vertices.keys()]), fromDouble(shoelaceArea(vertices)), 'm2')];
  const segments = walls.flatMap(({ arc, label }) =>
    arc ? [term(`⌒${label}`, fromDouble(arc.bulges === 'outward' ? arc.segmentM2 : -arc.segmentM2), 'm2')] : [],
  );
  return [...flat, ...segments];
}

function triangleArea(vertices: BuiltRoom['vertices'], [a, b, c]: [number, number, number]): number {
  const [p, q, r] = [vertices[a]!, vertices[b]!, vertices[c]!];
  return heronArea(distance(p, q), distance(q, r), distance(p, r));
}

function gapNotes({ gapMm }: BuiltRoom): ExplanationNote[] {
  return gapMm ? [{ code: 'GAP_SPREAD', params: { gapXmm: gapMm.x, gapYmm: gapMm.y } }] : [];
}

function rollNotes({ room, canvas, measures }: MeasuredBuild): ExplanationNote[] {
  const params = {
    rollM: canvas.rollM,
    minWidthM: fromDouble(room.minWidthM),
    shrinkMin: String(canvas.film.shrink.across.min),
  };
  const roll: ExplanationNote = { code: 'ROLL_CHOSEN', params };
  if (canvas.strips === 1) {
    return [roll];
  }
  return [roll, { code: 'SEAM_NEEDED', params: { strips: canvas.strips, shrink: measures.shrink } }];
}
