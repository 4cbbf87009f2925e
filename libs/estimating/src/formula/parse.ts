import { formulaError } from './formula-error.js';
import type { FormulaError, FormulaErrorCode, Span } from './formula-error.js';
import { FORMULA_LIMITS } from './limits.js';
import type { BinaryOperator, SyntaxNode } from './syntax.js';
import { tokenize } from './tokens.js';
import type { FormulaToken } from './tokens.js';
import { NUMBER } from './types.js';
import { unitOf } from './units.js';

/** A tree, with the names it uses in order of first use and where each stands first; or why there is none. */
export type ParsedFormula =
  { ok: true; root: SyntaxNode; names: ReadonlyMap<string, Span> } | { ok: false; errors: FormulaError[] };

/** How strongly an operator binds; unary minus binds strongest, `not` between comparisons and `and`. */
const BINDING: ReadonlyMap<string, number> = new Map(
  Object.entries({ or: 1, and: 2, '=': 4, '!=': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6 }),
);
const PREFIX_BINDING = { not: 3, '-': 7 } as const;

/** Reads a formula within FORMULA_LIMITS. Never throws. */
export function parseFormula(source: string): ParsedFormula {
  const { characters } = FORMULA_LIMITS;
  if (source.length <= characters) {
    return parseWithinLimit(source);
  }
  // The beginning tells what the trouble is: 10,000 brackets are nested too deep before they are too long.
  const beginning = parseWithinLimit(source.slice(0, characters));
  const tooDeep = beginning.ok ? undefined : beginning.errors.find((error) => error.code === 'NESTED_TOO_DEEP');
  const tooLong = formulaError('TOO_LONG', { at: characters, length: source.length - characters }, { characters });
  return { ok: false, errors: [tooDeep ?? tooLong] };
}

function parseWithinLimit(source: string): ParsedFormula {
  const { tokens, errors } = tokenize(source);
  if (tokens.length === 0) {
    return { ok: false, errors: [formulaError('EMPTY', { at: 0, length: source.length })] };
  }
  if (errors.length > 0) {
    return { ok: false, errors: errors.slice(0, FORMULA_LIMITS.errors) };
  }
  try {
    const parser = new Parser(tokens);
    return { ok: true, root: parser.parseAll(), names: parser.names };
  } catch (failure) {
    if (failure instanceof ParseFailure) {
      return { ok: false, errors: [failure.error] };
    }
    throw failure;
  }
}

/** Leaves the recursion at the first mistake of syntax: what follows one can only be guessed. */
class ParseFailure extends Error {
  constructor(readonly error: FormulaError) {
    super(error.code);
  }
}

/** A parser by binding powers (Pratt): it recurses only into brackets, arguments and tighter operators. */
class Parser {
  readonly names = new Map<string, Span>();
  private next = 0;
  private depth = 0;
  private parts = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  parseAll(): SyntaxNode {
    const root = this.parseExpression(0);
    if (this.peek() !== undefined) {
      throw this.unexpected('operator');
    }
    return root;
  }

  private parseExpression(looserThan: number): SyntaxNode {
    let left = this.parseOperand();
    for (;;) {
      const token = this.peek();
      const binding = token?.kind === 'operator' ? (BINDING.get(token.text) ?? 0) : 0;
      if (token === undefined || binding <= looserThan) {
        return left;
      }
      this.next += 1;
      const right = this.parseExpression(binding);
      left = this.part({ kind: 'binary', operator: token.text as BinaryOperator, left, right, ...spanOf(token) });
    }
  }

  private parseOperand(): SyntaxNode {
    const token = this.take('value');
    const span = spanOf(token);
    switch (token.kind) {
      case 'number':
        return this.part(this.parseLiteral(token));
      case 'text':
        return this.part({ kind: 'text', value: token.text.slice(1, -1), ...span });
      case 'name':
        if (!this.names.has(token.text)) {
          this.names.set(token.text, span);
        }
        return this.part({ kind: 'name', name: token.text, ...span });
      case 'function':
        return this.part({ kind: 'call', name: token.text, args: this.nested(token, () => this.parseArgs()), ...span });
      default:
        return this.parsePrefix(token);
    }
  }

  private parsePrefix(token: FormulaToken): SyntaxNode {
    const { text } = token;
    if (text === '-' || text === 'not') {
      const operand = this.nested(token, () => this.parseExpression(PREFIX_BINDING[text]));
      return this.part({ kind: 'unary', operator: text, operand, ...spanOf(token) });
    }
    if (text !== '(') {
      this.next -= 1;
      throw this.unexpected('value');
    }
    const inner = this.nested(token, () => this.parseExpression(0));
    this.closeBracket();
    return inner;
  }

  private parseLiteral(token: FormulaToken): SyntaxNode {
    const span = spanOf(token);
    if (token.text === 'true' || token.text === 'false') {
      return { kind: 'boolean', value: token.text === 'true', ...span };
    }
    const unitToken = this.peek()?.kind === 'unit' ? this.take('value') : undefined;
    const unit = unitToken && unitOf(unitToken.text);
    const value = Number(token.text) / (unit?.perMetre ?? 1);
    const length = (unitToken ?? token).to - token.from;
    if (value > FORMULA_LIMITS.value) {
      throw fail('NUMBER_TOO_LARGE', { ...span, length }, { limit: FORMULA_LIMITS.value });
    }
    const bareZero = value === 0 && unit === undefined;
    return { kind: 'number', value, type: unit?.type ?? NUMBER, bareZero, at: span.at, length };
  }

  /** The arguments after a function's name, with both brackets. */
  private parseArgs(): SyntaxNode[] {
    this.next += 1;
    const args: SyntaxNode[] = [];
    if (this.peek()?.text === ')') {
      this.next += 1;
      return args;
    }
    for (;;) {
      args.push(this.parseExpression(0));
      const separator = this.peek();
      if (separator?.text !== ',' && separator?.text !== ';') {
        this.closeBracket();
        return args;
      }
      this.next += 1;
    }
  }

  private closeBracket(): void {
    if (this.peek()?.text !== ')') {
      throw this.unexpected(')');
    }
    this.next += 1;
  }

  private nested<T>(opener: FormulaToken, read: () => T): T {
    const { depth } = FORMULA_LIMITS;
    if (this.depth === depth) {
      throw fail('NESTED_TOO_DEEP', spanOf(opener), { depth });
    }
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  private part(node: SyntaxNode): SyntaxNode {
    const { parts } = FORMULA_LIMITS;
    this.parts += 1;
    if (this.parts > parts) {
      throw fail('TOO_LONG', node, { parts });
    }
    return node;
  }

  private peek(): FormulaToken | undefined {
    return this.tokens[this.next];
  }

  private take(expected: string): FormulaToken {
    const token = this.peek();
    if (token === undefined) {
      throw this.unexpected(expected);
    }
    this.next += 1;
    return token;
  }

  private unexpected(expected: string): ParseFailure {
    const token = this.peek();
    if (token !== undefined) {
      return fail('UNEXPECTED_TOKEN', spanOf(token), { token: token.text, expected });
    }
    return fail('UNEXPECTED_END', { at: this.tokens.at(-1)?.to ?? 0, length: 0 }, { expected });
  }
}

function fail(code: FormulaErrorCode, span: Span, params: FormulaError['params']): ParseFailure {
  return new ParseFailure(formulaError(code, span, params));
}

function spanOf({ from, to }: FormulaToken): Span {
  return { at: from, length: to - from };
}
