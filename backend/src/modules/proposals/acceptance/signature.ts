/** A signature as it was drawn: strokes in whole units of a field of this size, nothing that could be run or loaded. */
export interface Signature {
  readonly width: number;
  readonly height: number;
  /** Each x, y, x, y … within the field. */
  readonly strokes: readonly (readonly number[])[];
}

export const SIGNATURE_LIMITS = { minSide: 50, maxSide: 4000, maxStrokes: 200, maxPoints: 5000 } as const;

/** Less ink than this share of the field's width is a slip of the finger. */
const MIN_INK = 0.15;

export interface SignatureProblem {
  readonly path: string;
  readonly code: 'SIDE' | 'STROKES' | 'POINTS' | 'POINT' | 'TOO_SHORT';
}

/** What is wrong with a signature somebody sent, or null. Sizes are counted before anything is walked through. */
export function findSignatureProblem({ width, height, strokes }: Signature): SignatureProblem | null {
  if (!isSide(width)) return { path: 'signature.width', code: 'SIDE' };
  if (!isSide(height)) return { path: 'signature.height', code: 'SIDE' };
  if (!Array.isArray(strokes) || strokes.length === 0 || strokes.length > SIGNATURE_LIMITS.maxStrokes) {
    return { path: 'signature.strokes', code: 'STROKES' };
  }
  let numbers = 0;
  for (const [index, stroke] of strokes.entries()) {
    const path = `signature.strokes.${index}`;
    if (!Array.isArray(stroke) || stroke.length < 2 || stroke.length % 2 !== 0) return { path, code: 'POINTS' };
    numbers += stroke.length;
    if (numbers > SIGNATURE_LIMITS.maxPoints * 2) return { path, code: 'POINTS' };
    const within = stroke.every((value: unknown, at) => isWithin(value, at % 2 === 0 ? width : height));
    if (!within) return { path, code: 'POINT' };
  }
  return inkOf(strokes) < width * MIN_INK ? { path: 'signature.strokes', code: 'TOO_SHORT' } : null;
}

function isSide(value: unknown): boolean {
  return (
    Number.isInteger(value) && isWithin(value, SIGNATURE_LIMITS.maxSide) && Number(value) >= SIGNATURE_LIMITS.minSide
  );
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function inkOf(strokes: Signature['strokes']): number {
  let ink = 0;
  for (const stroke of strokes) {
    for (let at = 2; at < stroke.length; at += 2) {
      const [x = 0, y = 0, fromX = 0, fromY = 0] = [stroke[at], stroke[at + 1], stroke[at - 2], stroke[at - 1]];
      ink += Math.hypot(x - fromX, y - fromY);
    }
  }
  return ink;
}
