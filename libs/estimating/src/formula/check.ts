import { arithmeticCode, comparisonCode, isComparison, keepNumber, logicCode, samenessCode, UNKNOWN } from './code.js';
import type { BooleanCode, Code, NumberCode } from './code.js';
import { formulaError } from './formula-error.js';
import type { FormulaError, FormulaErrorCode, Span } from './formula-error.js';
import { FUNCTION_NAMES, functionOf } from './functions.js';
import type { Suggestions } from './nearest.js';
import type { BinaryNode, CallNode, SyntaxNode, UnaryNode } from './syntax.js';
import { TypeRules } from './typed.js';
import type { Typed } from './typed.js';
import { BOOLEAN, TEXT } from './types.js';
import type { FormulaType, FormulaValue } from './types.js';

/** Names a formula may use. Type null: the name exists, but what it stands for is wrong, which was told elsewhere. */
export type KnownNames = ReadonlyMap<string, FormulaType | null>;

/** A formula's type and code; type null when a name it uses is wrong itself. */
export type CheckedFormula = { ok: true; type: FormulaType | null; code: Code } | { ok: false; errors: FormulaError[] };

const NO_CODE: Code = () => NaN;

/** Finds the types of a tree from the leaves up and compiles it into closures. Never throws; depth is the tree's. */
export function checkFormula(root: SyntaxNode, names: KnownNames, suggestions: Suggestions): CheckedFormula {
  const checker = new Checker(names, suggestions);
  const { type, code } = checker.check(root);
  return checker.errors.length > 0 ? { ok: false, errors: checker.errors } : { ok: true, type, code };
}

class Checker {
  private readonly rules = new TypeRules();

  constructor(
    private readonly names: KnownNames,
    private readonly suggestions: Suggestions,
  ) {}

  get errors(): FormulaError[] {
    return this.rules.errors;
  }

  check(node: SyntaxNode): Typed {
    const span: Span = { at: node.at, length: node.length };
    switch (node.kind) {
      case 'number':
        return { type: node.type, code: constant(node.value), span, zero: node.bareZero };
      case 'boolean':
        return { type: BOOLEAN, code: constant(node.value), span, zero: false };
      case 'text':
        return { type: TEXT, code: constant(node.value), span, zero: false };
      case 'name':
        return this.checkName(node.name, span);
      case 'unary':
        return this.checkUnary(node, span);
      case 'binary':
        return this.checkBinary(node, span);
      default:
        return this.checkCall(node, span);
    }
  }

  private checkName(name: string, span: Span): Typed {
    const type = this.names.get(name);
    if (type === undefined) {
      return this.unknown('UNKNOWN_NAME', { name, span }, this.names.keys());
    }
    return { type, code: type === null ? NO_CODE : nameCode(name, type, span), span, zero: false };
  }

  private checkUnary(node: UnaryNode, span: Span): Typed {
    const operand = this.check(node.operand);
    if (node.operator === 'not') {
      const code = this.rules.expect(operand, BOOLEAN).code as BooleanCode;
      return { type: BOOLEAN, code: (run) => !code(run), span, zero: false };
    }
    const { type, code, zero } = this.rules.quantity(operand);
    const number = code as NumberCode;
    // Taken from zero: −0 would be another number than 0 to those who print it.
    return { type, code: (run) => 0 - number(run), span, zero };
  }

  private checkBinary(node: BinaryNode, span: Span): Typed {
    const { operator } = node;
    const left = this.check(node.left);
    const right = this.check(node.right);
    if (operator === 'and' || operator === 'or') {
      const code = logicCode(operator, this.condition(left), this.condition(right));
      return { type: BOOLEAN, code, span, zero: false };
    }
    if (isComparison(operator)) {
      return { type: BOOLEAN, code: this.comparison(operator, left, right, span), span, zero: false };
    }
    const type = this.arithmeticType(operator, left, right, span);
    const code = arithmeticCode(operator, left.code as NumberCode, right.code as NumberCode, span);
    return { type, code, span, zero: false };
  }

  private condition(side: Typed): BooleanCode {
    return this.rules.expect(side, BOOLEAN).code as BooleanCode;
  }

  private comparison(
    operator: Parameters<typeof comparisonCode>[0],
    left: Typed,
    right: Typed,
    span: Span,
  ): BooleanCode {
    const type = this.rules.common(left, right, { span });
    if (type === null || type.kind === 'quantity') {
      return comparisonCode(operator, left.code as NumberCode, right.code as NumberCode);
    }
    if (operator === '=' || operator === '!=') {
      return samenessCode(operator, left.code, right.code);
    }
    // Neither texts nor conditions have an order a price could depend on.
    this.rules.mismatch(span, type, type);
    return () => false;
  }

  private arithmeticType(operator: '+' | '-' | '*' | '/', left: Typed, right: Typed, span: Span): FormulaType | null {
    if (left.type === null || right.type === null) {
      return null;
    }
    if (left.type.kind !== 'quantity' || right.type.kind !== 'quantity') {
      this.rules.mismatch(span, left.type, right.type);
      return null;
    }
    if (operator === '+' || operator === '-') {
      return this.rules.common(left, right, { span });
    }
    const sign = operator === '*' ? 1 : -1;
    return { kind: 'quantity', metres: left.type.metres + sign * right.type.metres };
  }

  private checkCall(node: CallNode, span: Span): Typed {
    const called = functionOf(node.name);
    const args = node.args.map((arg) => this.check(arg));
    if (called === undefined) {
      return this.unknown('UNKNOWN_FUNCTION', { name: node.name, span }, FUNCTION_NAMES);
    }
    const { least, most } = called;
    if (args.length < least || (most !== undefined && args.length > most)) {
      const count = { name: node.name, given: args.length, least };
      const params = most === undefined ? count : { ...count, most };
      return this.wrong(formulaError('WRONG_ARGUMENT_COUNT', span, params));
    }
    return { ...called.compile(args, node, this.rules), span };
  }

  private unknown(
    code: FormulaErrorCode,
    { name, span }: { name: string; span: Span },
    known: Iterable<string>,
  ): Typed {
    // What is not told any more needs no suggestion either, and that is the dear part of it.
    const nearest = this.rules.isFull ? undefined : this.suggestions.nearest(name, known);
    return this.wrong(formulaError(code, span, nearest === undefined ? { name } : { name, nearest }));
  }

  private wrong(error: FormulaError): Typed {
    this.rules.report(error);
    return { type: null, code: NO_CODE, span: error, zero: false };
  }
}

function constant(value: FormulaValue): Code {
  return () => value;
}

/** Asks for a name's value. Another JavaScript type than the one declared is a mistake of the caller, not of the formula. */
function nameCode(name: string, { kind }: FormulaType, span: Span): Code {
  const wanted = kind === 'quantity' ? 'number' : kind === 'text' ? 'string' : 'boolean';
  const standIn = kind === 'quantity' ? NaN : kind === 'text' ? '' : false;
  return (run) => {
    const value = run.valueOf(name);
    if (value === UNKNOWN) {
      run.isOpen = true;
      return standIn;
    }
    if (typeof value !== wanted) {
      throw new TypeError(`The value of ${name} must be a ${wanted}, got ${typeof value}`);
    }
    return typeof value === 'number' ? keepNumber(run, value, span) : value;
  };
}
