import { cornersLabel } from '../geometry/labels.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { Laid } from './triangulated-faces.js';
import { RigidParts } from './triangulated-parts.js';
import { place } from './triangulated-placing.js';
import type { Placing } from './triangulated-placing.js';
import { angleReading, anglePath, diagonalPath, diagonalReading, wallReading } from './triangulated-readings.js';
import type { TriangulatedDraft } from './triangulated-readings.js';
import { chooseTurns } from './triangulated-turns.js';
import { chordsCross, missingChords } from './triangulation.js';

/** The room by any of its readings, and the fields of those still empty that it needs. */
export interface Fixed extends Laid {
  needed: ReadonlySet<string>;
}

/** Constructions tried one after another while measuring errors make them impossible. */
const MOST_TRIED = 12;

/**
 * Fixes a room by whatever of its diagonals and angles it takes: diagonals that cross no earlier one, other diagonals,
 * angles, in the order given. What is left over controls; what lacks is named. Where a triangle is impossible only because
 * one of its sides follows from others and has all their errors, other readings are taken in their stead.
 * @param lastOfAll indexes of diagonals to take only when nothing else does
 */
export function fixRoom(draft: TriangulatedDraft, lastOfAll: ReadonlySet<number> = new Set()): Fixed {
  const first = fixBy(draft, lastOfAll);
  if (!isAmplified(first)) {
    return first;
  }
  const others = [...draft.diagonalsMm.keys()].filter((index) => !lastOfAll.has(index)).slice(0, MOST_TRIED);
  for (const index of others) {
    const other = fixBy(draft, new Set([...lastOfAll, index]));
    if (other.placed.size === draft.sidesMm.length && other.problems.length === 0) {
      return other;
    }
  }
  return first;
}

/** True when the readings make no room, perhaps only because of sides that follow from others with all their errors. */
function isAmplified({ problems, choices }: Tried): boolean {
  return choices > 0 && problems.some(({ code }) => code !== 'READINGS_MISSING');
}

interface Tried extends Fixed {
  /** Triangles of the whole room with a side that was not measured. */
  choices: number;
}

function fixBy(draft: TriangulatedDraft, lastOfAll: ReadonlySet<number>): Tried {
  const known = new RigidParts(draft.sidesMm.length, measurable(draft));
  draft.sidesMm.forEach((_, index) => {
    const wall = wallReading(draft, index);
    if (wall) {
      known.addLength(wall.from, wall.to, wall);
    }
  });
  addKnown(known, draft, lastOfAll);
  const whole = known.whole();
  if (whole) {
    const laid = chooseTurns(whole.construction, known.choices, draft);
    return { ...laid, needed: new Set(), choices: known.choices };
  }
  const parts = [...known.parts].map(({ construction }) => place(construction, () => false));
  const around = parts.reduce<Placing>((most, part) => (part.placed.size > most.placed.size ? part : most), nothing);
  const { problems, needed } = findLacking(draft);
  const found = [...problems, ...parts.flatMap((part) => part.problems)];
  return { ...around, problems: found, needed, choices: 0 };
}

const nothing: Placing = { placed: new Map(), triangles: [], problems: [] };

/** Walls and diagonals a person has put a tape to lie inside the room. */
function measurable({ sidesMm, diagonalsMm }: TriangulatedDraft): (a: number, b: number) => boolean {
  const keys = new Set(diagonalsMm.map(({ from, to }) => Math.min(from, to) * 100 + Math.max(from, to)));
  return (a, b) => {
    const apart = Math.abs(a - b);
    return apart === 1 || apart === sidesMm.length - 1 || keys.has(Math.min(a, b) * 100 + Math.max(a, b));
  };
}

/** Adds all known diagonals and angles that fix something; diagonals first, since a tape is better than a protractor. */
function addKnown(parts: RigidParts, draft: TriangulatedDraft, lastOfAll: ReadonlySet<number>): void {
  const addDiagonals = (indexes: readonly number[]) => {
    for (const index of indexes) {
      const reading = diagonalReading(draft, index);
      if (reading) {
        parts.addLength(reading.from, reading.to, reading);
      }
    }
  };
  const order = diagonalsInOrder(draft, lastOfAll);
  addDiagonals(order.filter((index) => !lastOfAll.has(index)));
  draft.angles?.forEach((_, index) => {
    const reading = angleReading(draft, index);
    if (reading) {
      parts.addAngle(reading);
    }
  });
  addDiagonals(order.filter((index) => lastOfAll.has(index)));
}

/** Indexes of all diagonals: known before empty ones, and of each those first that cross no earlier one. */
function diagonalsInOrder(draft: TriangulatedDraft, lastOfAll: ReadonlySet<number> = new Set()): number[] {
  const known = draft.diagonalsMm.map((_, index) => diagonalReading(draft, index) !== null && !lastOfAll.has(index));
  const indexes = [...draft.diagonalsMm.keys()];
  const sorted = [...indexes.filter((index) => known[index]), ...indexes.filter((index) => !known[index])];
  const free = uncrossed(draft, sorted);
  return [...free, ...sorted.filter((index) => !free.includes(index))].sort(
    (a, b) => Number(known[b]) - Number(known[a]),
  );
}

/** Of the given diagonals those that cross none before them. */
export function uncrossed({ diagonalsMm }: TriangulatedDraft, indexes: readonly number[]): number[] {
  const free: number[] = [];
  for (const index of indexes) {
    if (!free.some((other) => chordsCross(diagonalsMm[other]!, diagonalsMm[index]!))) {
      free.push(index);
    }
  }
  return free;
}

/** Which empty fields the room needs, and what it lacks beside them. */
function findLacking(draft: TriangulatedDraft): { problems: ShapeProblem[]; needed: Set<string> } {
  const count = draft.sidesMm.length;
  const parts = new RigidParts(count, () => true);
  draft.sidesMm.forEach((_, index) => parts.addLength(index, (index + 1) % count, null));
  addKnown(parts, draft, new Set());
  const needed = new Set<string>();
  const order = diagonalsInOrder(draft);
  for (const index of order) {
    const { from, to } = draft.diagonalsMm[index]!;
    if (parts.addLength(from, to, null)) {
      needed.add(diagonalPath(index));
    }
  }
  draft.angles?.forEach((angle, index) => {
    const reading = angleReading({ ...draft, angles: draft.angles!.with(index, { ...angle, degrees: 90 }) }, index);
    if (reading && parts.addAngle(reading)) {
      needed.add(anglePath(index));
    }
  });
  const chords = uncrossed(draft, order).map((index) => draft.diagonalsMm[index]!);
  const missing = missingChords(count, chords).filter(({ from, to }) => parts.addLength(from, to, null));
  return { needed, problems: missing.length > 0 ? [lackingProblem(draft, missing, order)] : [] };
}

function lackingProblem(
  draft: TriangulatedDraft,
  missing: readonly { from: number; to: number }[],
  order: readonly number[],
): ShapeProblem {
  const { angles = [], diagonalsMm } = draft;
  const params = { suggest: cornersLabel([missing[0]!.from, missing[0]!.to]), count: missing.length };
  const free = uncrossed(draft, order);
  const crossing = order.find((index) => !free.includes(index));
  // As many diagonals as it takes, and yet they fix nothing: it is the crossing ones that are of no use.
  if (crossing !== undefined && diagonalsMm.length + angles.length >= draft.sidesMm.length - 3) {
    const chord = diagonalsMm[crossing]!;
    const other = diagonalsMm[free.find((index) => chordsCross(diagonalsMm[index]!, chord))!]!;
    const diagonals = [other, chord].map(({ from, to }) => cornersLabel([from, to])).join(',');
    return shapeProblem('DIAGONALS_CROSS', `diagonalsMm.${crossing}`, { diagonals, ...params });
  }
  return angles.length > 0
    ? shapeProblem('READINGS_MISSING', 'diagonalsMm', params)
    : shapeProblem('DIAGONAL_MISSING', 'diagonalsMm', params);
}
