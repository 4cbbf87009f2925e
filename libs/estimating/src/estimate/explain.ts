import { fromDouble } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import type { Explanation, ExplanationNote, ExplanationTerm } from './estimate-result.js';
import {
  arcTerms,
  areaTerms,
  chandelierTerms,
  cornerTerms,
  perimeterTerms,
  profileTerms,
  seamTerms,
  spotlightTerms,
  term,
} from './explain-terms.js';
import { outsideNotes, profileNotes, readingNotes, rollNotes } from './explain-notes.js';
import type { MeasuredBuild } from './measure-room.js';

type Basis = RuleLine['basis'];

/** A quantity by rule and why it is so. Lines of the same basis in a room share one. */
export interface ExplainedQuantity {
  quantity: DecimalString;
  explanation: Explanation;
}

/** The quantity of a basis for a room, with its explanation. */
export function explainBasis(basis: Basis, build: MeasuredBuild, ruleSet: RuleSet): ExplainedQuantity {
  const { quantity, unrounded, terms, step = ruleSet.steps.lengthM, notes = [] } = bases[basis](build, ruleSet);
  const rounding: Explanation['rounding'] = unrounded === null ? null : { mode: 'half-up', step };
  return {
    quantity,
    explanation: {
      basis,
      ruleSet: { id: ruleSet.id, version: ruleSet.version },
      terms,
      unrounded: unrounded === null ? null : fromDouble(unrounded),
      rounding,
      notes,
    },
  };
}

/** The explanation of a line a person added: its quantity is what they typed. */
export function explainManual(quantity: DecimalString): Explanation {
  const terms = [term('quantity', quantity, '')];
  return { basis: 'manual', ruleSet: null, terms, unrounded: null, rounding: null, notes: [] };
}

interface Quantity {
  quantity: DecimalString;
  /** Null for counted things. */
  unrounded: number | null;
  terms: ExplanationTerm[];
  /** A length's when absent. */
  step?: DecimalString;
  notes?: ExplanationNote[];
}

const bases: Record<Basis, (build: MeasuredBuild, ruleSet: RuleSet) => Quantity> = {
  billed_area: (build, { steps }) => ({
    quantity: build.measures.billedArea,
    unrounded: build.measures.areaM2,
    terms: areaTerms(build),
    step: steps.areaM2,
    notes: [...readingNotes(build), ...rollNotes(build)],
  }),
  billed_perimeter: (build) => ({
    quantity: build.measures.billedPerimeter,
    unrounded: build.measures.perimeterM,
    terms: perimeterTerms(build),
    notes: readingNotes(build),
  }),
  profile_length: (build) => ({
    quantity: build.measures.billedProfileLength,
    unrounded: build.profileLengthM,
    terms: profileTerms(build),
    notes: [...readingNotes(build), ...profileNotes(build)],
  }),
  arc_length: (build) => ({
    quantity: build.measures.billedArcLength,
    unrounded: build.measures.arcLengthM,
    terms: arcTerms(build),
  }),
  seam_length: (build) => ({
    quantity: build.measures.billedSeamLength,
    unrounded: build.canvas.seamLengthM * build.canvas.shrinkAlong,
    terms: seamTerms(build),
    notes: rollNotes(build),
  }),
  extra_corners: (build, ruleSet) => counted(build.measures.extraCorners, cornerTerms(build, ruleSet)),
  spotlights: (build) => ({
    ...counted(build.measures.takeOff.spotlights, spotlightTerms(build)),
    notes: outsideNotes(build, ['spotlight']),
  }),
  chandeliers: (build) => ({
    ...counted(build.measures.takeOff.chandeliers, chandelierTerms(build)),
    notes: outsideNotes(build, ['chandelier']),
  }),
  points_of_light: (build) => {
    const { spotlights, chandeliers } = build.measures.takeOff;
    return {
      ...counted(spotlights + chandeliers, [...spotlightTerms(build), ...chandelierTerms(build)]),
      notes: outsideNotes(build, ['spotlight', 'chandelier']),
    };
  },
};

function counted(count: number, terms: ExplanationTerm[]): Quantity {
  return { quantity: String(count), unrounded: null, terms };
}
