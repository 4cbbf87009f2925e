import type { BuildRoomResult, RoomResult } from '@smet/estimating';
import { parseCentimetres, parseDegrees } from '../../../shared/formatting';
import type { ActiveEdge } from '../drawing/selected';
import type { Refusal } from '../model/refusals';
import type { RoomForm } from '../model/types';

/** A problem of a room as it is shown: a code with its parameters, the library's, the server's or the form's own. */
export interface FieldProblem {
  code: string;
  params: Record<string, string | number>;
}

/** A problem at its place in the room as it is computed and sent: "shape.sidesMm.2", "plan.misclosureReason". */
export interface PlacedProblem extends FieldProblem {
  path: string;
}

export interface RoomProblems {
  sides: (FieldProblem | null)[];
  diagonals: (FieldProblem | null)[];
  angles: (FieldProblem | null)[];
  /** By the arc's place in the form. */
  arcs: (FieldProblem | null)[];
  /** Of the reason why readings that disagree are taken all the same. */
  reason: FieldProblem | null;
  /** Of the room as a whole: corners that do not close, a choice to be made. */
  whole: FieldProblem[];
  /** To be marked on the drawing. */
  wrong: ActiveEdge[];
}

const FIELDS = { sidesMm: 'sides', diagonalsMm: 'diagonals', angles: 'angles', arcs: 'arcs' } as const;
type FieldGroup = (typeof FIELDS)[keyof typeof FIELDS];

const FIELD_PATH = /^shape\.(sidesMm|diagonalsMm|angles|arcs)\.(\d+)(?:\.\w+)?$/;
const UNREADABLE: FieldProblem = { code: 'LENGTH_UNREADABLE', params: {} };
const ANGLE_UNREADABLE: FieldProblem = { code: 'ANGLE_UNREADABLE', params: {} };

const filled = (text: string | undefined): boolean => Boolean(text?.trim());
const lengthProblem = (text: string): FieldProblem | null =>
  filled(text) && parseCentimetres(text) === null ? UNREADABLE : null;

/**
 * A reading is missed only when a person has gone past it: something after it is typed, or saving was tried. Diagonals
 * and angles come last and are missed as soon as all walls are there.
 */
function isMissed(room: RoomForm, group: FieldGroup, index: number, tried: boolean): boolean {
  if (tried || group === 'arcs') return true;
  if (group !== 'sides') return room.sides.every(filled);
  const later = [...room.sides.slice(index + 1), ...room.diagonals.map(({ text }) => text)];
  return later.some(filled);
}

/** The wall or the diagonal a field of the form stands for; an angle stands at a corner and marks none. */
function edgeOf(room: RoomForm, group: FieldGroup, index: number): ActiveEdge[] {
  if (group === 'angles') return [];
  if (group === 'arcs') return [{ kind: 'side', index: room.arcs[index]?.side ?? 0 }];
  return [{ kind: group === 'sides' ? 'side' : 'diagonal', index }];
}

const LACKING = new Set(['DIAGONAL_MISSING', 'READINGS_MISSING']);

/** That readings lack is said once: at their empty fields where there are any. */
const isSaidByFields = (room: RoomForm, code: string): boolean =>
  LACKING.has(code) && [...room.diagonals, ...room.angles].some(({ text }) => !filled(text));

/** Names every problem at its field; the same for what the library finds and for what the server refuses. */
export function locateProblems(room: RoomForm, problems: readonly PlacedProblem[], tried: boolean): RoomProblems {
  const found: RoomProblems = {
    sides: room.sides.map(lengthProblem),
    diagonals: room.diagonals.map(({ text }) => lengthProblem(text)),
    angles: room.angles.map(({ text }) => (filled(text) && parseDegrees(text) === null ? ANGLE_UNREADABLE : null)),
    arcs: room.arcs.map(({ text }) => lengthProblem(text)),
    reason: null,
    whole: [],
    wrong: [],
  };
  for (const { code, path, params } of problems) {
    const [, name, at] = FIELD_PATH.exec(path) ?? [];
    const group = FIELDS[name as keyof typeof FIELDS];
    const fields = name ? found[group] : [];
    const index = Number(at);
    if (path === 'plan.misclosureReason') {
      found.reason ??= { code, params };
    } else if (!name || index >= fields.length) {
      if (!isSaidByFields(room, code)) found.whole.push({ code, params });
    } else if (code !== 'LENGTH_MISSING' || isMissed(room, group, index, tried)) {
      fields[index] ??= { code, params };
      if (code !== 'LENGTH_MISSING') found.wrong.push(...edgeOf(room, group, index));
    }
  }
  return found;
}

const IN_ROOM = /^draft\.rooms\.\d+(?:\.|$)/;

/** Refusals of the server that belong to a room, with paths of the room. */
export function refusedIn(refusals: readonly Refusal[], roomId: string): PlacedProblem[] {
  return refusals
    .filter(({ room }) => room?.id === roomId)
    .map(({ path, code, params }) => ({ code, path: path.replace(IN_ROOM, ''), params: params ?? {} }));
}

/** What keeps a room from being measured: what its shape lacks, and what else the estimate has against it. */
export function problemsOf(build: BuildRoomResult, result?: RoomResult): PlacedProblem[] {
  const shape = build.ok ? [] : build.problems.map((problem) => ({ ...problem, path: `shape.${problem.path}` }));
  const others = result && 'problems' in result ? result.problems.filter(({ path }) => path.startsWith('plan.')) : [];
  return [...shape, ...others];
}
