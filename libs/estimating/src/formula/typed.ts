import type { Code } from './code.js';
import { formulaError } from './formula-error.js';
import type { FormulaError, Span } from './formula-error.js';
import { FORMULA_LIMITS } from './limits.js';
import { NUMBER, sameType, typeLabel } from './types.js';
import type { FormulaType } from './types.js';

/** A compiled piece with its type and place. Type null: wrong in a way that was told already, so it fits anywhere. */
export interface Typed {
  type: FormulaType | null;
  code: Code;
  span: Span;
  /** A bare 0, which fits any quantity. */
  zero: boolean;
}

/** What types must be to meet. Mistakes are collected; no rule throws. */
export class TypeRules {
  readonly errors: FormulaError[] = [];

  /** No more errors are noted. */
  get isFull(): boolean {
    return this.errors.length >= FORMULA_LIMITS.errors;
  }

  /** Notes an error; beyond the limit of errors only that there are some matters. */
  report(error: FormulaError): void {
    if (!this.isFull) {
      this.errors.push(error);
    }
  }

  /** The piece, of the wanted type; told at its place when it is another. */
  expect(piece: Typed, wanted: FormulaType): Typed {
    if (piece.type !== null && !sameType(piece.type, wanted)) {
      this.mismatch(piece.span, piece.type, wanted);
      return { ...piece, type: null };
    }
    return piece;
  }

  /** The piece, which must be some quantity. */
  quantity(piece: Typed): Typed {
    return piece.type?.kind === 'quantity' ? piece : this.expect(piece, NUMBER);
  }

  /** The type both pieces share, a bare 0 taking that of the other; null and told at the place when there is none. */
  common(left: Typed, right: Typed, { span }: { span: Span }): FormulaType | null {
    if (left.type === null || right.type === null) {
      return null;
    }
    if (sameType(left.type, right.type)) {
      return left.type;
    }
    if (left.type.kind === 'quantity' && right.type.kind === 'quantity' && (left.zero || right.zero)) {
      return left.zero ? right.type : left.type;
    }
    this.mismatch(span, left.type, right.type);
    return null;
  }

  /** Tells that two types do not go together. */
  mismatch(span: Span, left: FormulaType, right: FormulaType): void {
    this.report(formulaError('TYPE_MISMATCH', span, { left: typeLabel(left), right: typeLabel(right) }));
  }
}
