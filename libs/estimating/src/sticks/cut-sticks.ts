import { fromDouble, roundHalfUp } from '@smet/money';
import type { StickCuttingRule } from '../rules/rule-set.js';
import { pack } from './packing.js';

/** A length of profile to be made: a wall, an arc, an edge of a column. */
export interface ProfilePiece {
  /** Unique among the pieces cut together. */
  id: string;
  /** Taken to a tenth of a millimetre, as exactly as anyone measures. */
  lengthMm: number;
}

/** One part of a piece on a stick. A piece longer than a stick has several parts. */
export interface StickCut {
  pieceId: string;
  lengthMm: number;
  part: { index: number; of: number };
}

export interface Stick {
  cuts: StickCut[];
  /** What is left of the stick after its cuts. */
  restMm: number;
}

/** A piece that cannot be made: it is longer than a stick and this profile is not spliced. */
export interface StickProblem {
  code: 'PIECE_LONGER_THAN_STICK';
  pieceId: string;
  params: { lengthMm: number; stickMm: number };
}

export interface StickCutting {
  sticks: Stick[];
  count: number;
  /** Fewer sticks cannot do. False means that nobody has proved it; it is so only above 16 remainders. */
  exact: boolean;
  /** Pieces that are on no stick, and why. */
  problems: StickProblem[];
}

/** Tenths of a millimetre are whole numbers, which add up without noise. */
const TENTHS = 10;

interface Part {
  cut: StickCut;
  tenths: number;
}

/**
 * Cuts pieces of profile from the fewest sticks. A piece longer than a stick takes whole sticks and a remainder; a
 * remainder shorter than the least splice takes from its last whole stick; a piece not longer than a stick is never
 * spliced. What is left of the pieces then lies together on as few sticks as can be.
 * @throws RangeError for a length that is not a positive number, and for a rule by which a remainder and the stick it
 * takes from could both be too short.
 */
export function cutSticks(pieces: readonly ProfilePiece[], rule: StickCuttingRule): StickCutting {
  checkRule(rule);
  const stick = toTenths(rule.stickMm);
  const kerf = toTenths(rule.kerfMm);
  const sticks: Stick[] = [];
  const remainders: Part[] = [];
  const problems: StickProblem[] = [];
  for (const piece of pieces) {
    const tenths = toTenths(piece.lengthMm);
    if (!(tenths > 0)) {
      throw new RangeError(`Piece ${piece.id} has no length: ${piece.lengthMm}`);
    }
    if (tenths > stick && !rule.spliceable) {
      const params = { lengthMm: tenths / TENTHS, stickMm: rule.stickMm };
      problems.push({ code: 'PIECE_LONGER_THAN_STICK', pieceId: piece.id, params });
      continue;
    }
    for (const part of partsOf(piece.id, tenths, rule)) {
      if (part.tenths === stick) {
        sticks.push({ cuts: [part.cut], restMm: 0 });
      } else {
        remainders.push(part);
      }
    }
  }
  // The saw takes its kerf between two cuts and before the rest: a stick holds as much as one longer by a kerf would of
  // cuts each longer by a kerf.
  const { bins, exact } = pack(
    remainders.map(({ tenths }) => tenths + kerf),
    stick + kerf,
  );
  sticks.push(
    ...bins.map((bin) =>
      stickOf(
        bin.map((index) => remainders[index]!),
        { stick, kerf },
      ),
    ),
  );
  return { sticks, count: sticks.length, exact, problems };
}

function checkRule({ stickMm, minSpliceMm, kerfMm }: StickCuttingRule): void {
  if (!(stickMm > 0 && minSpliceMm >= 0 && minSpliceMm * 2 <= stickMm && kerfMm >= 0)) {
    throw new RangeError(`Sticks of ${stickMm} mm, splices from ${minSpliceMm} mm, kerf ${kerfMm} mm make no rule`);
  }
}

/** What a piece is made of, in the order it is put on the wall. */
function partsOf(pieceId: string, tenths: number, rule: StickCuttingRule): Part[] {
  const stick = toTenths(rule.stickMm);
  const whole = Math.floor(tenths / stick);
  const rest = tenths - whole * stick;
  const lengths = Array<number>(whole).fill(stick);
  if (rest > 0) {
    // Below the least splice the last whole stick gives what lacks; a piece not longer than a stick has none to take from.
    const lacks = whole > 0 ? Math.max(0, toTenths(rule.minSpliceMm) - rest) : 0;
    if (lacks > 0) {
      lengths[whole - 1] = stick - lacks;
    }
    lengths.push(rest + lacks);
  }
  return lengths.map((length, index) => ({
    tenths: length,
    cut: { pieceId, lengthMm: length / TENTHS, part: { index: index + 1, of: lengths.length } },
  }));
}

/** A stick with its cuts, longest first. */
function stickOf(parts: readonly Part[], { stick, kerf }: { stick: number; kerf: number }): Stick {
  const used = parts.reduce((sum, { tenths }) => sum + tenths + kerf, 0);
  return {
    cuts: parts.toSorted((a, b) => b.tenths - a.tenths).map(({ cut }) => cut),
    restMm: Math.max(0, stick - used) / TENTHS,
  };
}

function toTenths(mm: number): number {
  return Number.isFinite(mm) ? Math.round(Number(roundHalfUp(fromDouble(mm), '0.1')) * TENTHS) : Number.NaN;
}
