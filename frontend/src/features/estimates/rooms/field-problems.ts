import type { BuildRoomResult, ShapeProblem } from '@smet/estimating';
import { parseCentimetres } from '../../../shared/formatting';
import type { ActiveEdge } from '../drawing/room-drawing';
import type { RoomForm } from '../model/types';

/** A problem of a room as it is shown: a code with its parameters, the library's or the form's own. */
export interface FieldProblem {
  code: ShapeProblem['code'] | 'LENGTH_UNREADABLE';
  params: Record<string, string | number>;
}

export interface RoomProblems {
  sides: (FieldProblem | null)[];
  diagonals: (FieldProblem | null)[];
  /** Of the room as a whole: corners that do not close, a choice to be made. */
  whole: FieldProblem[];
  /** To be marked on the drawing. */
  wrong: ActiveEdge[];
}

const LENGTH_PATH = /^(sidesMm|diagonalsMm)\.(\d+)(?:\.\w+)?$/;
const isUnreadable = (text: string): boolean => text.trim() !== '' && parseCentimetres(text) === null;

/**
 * A length is missed only when a person has gone past it: something after it is typed, or saving was tried. Diagonals
 * come last and are missed as soon as all walls are there.
 */
function isMissed(room: RoomForm, kind: ActiveEdge['kind'], index: number, tried: boolean): boolean {
  if (tried) return true;
  const filled = (text: string | undefined) => Boolean(text?.trim());
  if (kind === 'diagonal') return room.sides.every(filled);
  return room.sides.slice(index + 1).some(filled) || room.diagonals.some(({ text }) => filled(text));
}

/** Names every problem at its field; the same for what the library finds and for what the server refuses. */
export function locateProblems(room: RoomForm, problems: readonly ShapeProblem[], tried: boolean): RoomProblems {
  const unreadable: FieldProblem = { code: 'LENGTH_UNREADABLE', params: {} };
  const found: RoomProblems = {
    sides: room.sides.map((text) => (isUnreadable(text) ? unreadable : null)),
    diagonals: room.diagonals.map(({ text }) => (isUnreadable(text) ? unreadable : null)),
    whole: [],
    wrong: [],
  };
  for (const { code, path, params } of problems) {
    const match = LENGTH_PATH.exec(path);
    const kind: ActiveEdge['kind'] = match?.[1] === 'diagonalsMm' ? 'diagonal' : 'side';
    const index = Number(match?.[2] ?? -1);
    const fields = kind === 'diagonal' ? found.diagonals : found.sides;
    if (!match || index >= fields.length) {
      found.whole.push({ code, params });
      continue;
    }
    if (code === 'LENGTH_MISSING' && !isMissed(room, kind, index, tried)) continue;
    fields[index] ??= { code, params };
    if (code !== 'LENGTH_MISSING') found.wrong.push({ kind, index });
  }
  return found;
}

export const problemsOf = (build: BuildRoomResult): ShapeProblem[] => (build.ok ? [] : build.problems);
